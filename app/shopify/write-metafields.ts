import {
  DeleteMetafieldsDocument,
  type DeleteMetafieldsMutationVariables,
  SetMetafieldsDocument,
  type SetMetafieldsMutationVariables,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";
import { outcomeOf, type CustomerOutcome } from "./write-outcome.ts";

/** The app's own namespace, in which shopify.app.toml declares both fields. */
const namespace = "$app";
/** Two fields each, and Shopify takes 25 fields a call. */
const customersPerCall = 12;

export interface MetafieldWrite {
  customerId: bigint;
  /** The tier's key. */
  tier: string;
  /** Written as JSON. */
  standing: Readonly<Record<string, unknown>>;
}

/** Writes both fields of each customer. Repeating it does no harm. */
export async function setMetafields(
  admin: AdminClient,
  writes: readonly MetafieldWrite[],
): Promise<CustomerOutcome[]> {
  const outcomes: CustomerOutcome[] = [];
  for (const chunk of inChunks(writes, customersPerCall))
    outcomes.push(...(await setChunk(admin, chunk)));
  return outcomes;
}

/** Takes both fields off each customer. A field that is not there is no error; repeating it does no harm. */
export async function deleteMetafields(
  admin: AdminClient,
  customerIds: readonly bigint[],
): Promise<CustomerOutcome[]> {
  const outcomes: CustomerOutcome[] = [];
  for (const chunk of inChunks(customerIds, customersPerCall)) {
    const metafields = chunk.flatMap((customerId) => metafieldIdentifiers(customerId).metafields);
    const { data, fieldErrors } = await admin.requestPartly(DeleteMetafieldsDocument, {
      metafields,
    });
    const outcome = outcomeOf(data.metafieldsDelete?.userErrors, fieldErrors);
    outcomes.push(...chunk.map((customerId) => ({ customerId, outcome })));
  }
  return outcomes;
}

/** The variables of one customer's fields, in a call as in a line of a bulk mutation. */
export function metafieldVariables({
  customerId,
  tier,
  standing,
}: MetafieldWrite): SetMetafieldsMutationVariables {
  const ownerId = gidOf("Customer", customerId);
  return {
    metafields: [
      { ownerId, namespace, key: "tier", type: "single_line_text_field", value: tier },
      { ownerId, namespace, key: "standing", type: "json", value: JSON.stringify(standing) },
    ],
  };
}

function metafieldIdentifiers(customerId: bigint): DeleteMetafieldsMutationVariables {
  const ownerId = gidOf("Customer", customerId);
  return {
    metafields: [
      { ownerId, namespace, key: "tier" },
      { ownerId, namespace, key: "standing" },
    ],
  };
}

/**
 * A call writes all of its fields or none, so those Shopify names as the cause are set apart and the rest is sent
 * again. Ends because each round is smaller than the one before.
 */
async function setChunk(
  admin: AdminClient,
  chunk: readonly MetafieldWrite[],
): Promise<CustomerOutcome[]> {
  const owners = chunk.flatMap((write) =>
    metafieldVariables(write).metafields.map((field) => ({ write, field })),
  );
  const { data, fieldErrors } = await admin.requestPartly(SetMetafieldsDocument, {
    metafields: owners.map(({ field }) => field),
  });
  const userErrors = data.metafieldsSet?.userErrors;
  // `elementIndex` is null in nearly all errors; the position is in the path: ["metafields", "3", "value"].
  const errorOf = new Map(
    (userErrors ?? []).map((error) => [owners[Number(error.field?.[1])]?.write, error]),
  );

  if (
    fieldErrors.length > 0 ||
    userErrors === undefined ||
    userErrors.length === 0 ||
    errorOf.has(undefined)
  ) {
    const outcome = outcomeOf(userErrors, fieldErrors);
    return chunk.map(({ customerId }) => ({ customerId, outcome }));
  }
  const refused = [...errorOf].flatMap(([write, error]) =>
    write === undefined ? [] : [{ customerId: write.customerId, outcome: outcomeOf([error]) }],
  );
  const others = chunk.filter((write) => !errorOf.has(write));
  return others.length === 0 ? refused : [...refused, ...(await setChunk(admin, others))];
}
