import {
  DeleteMetafieldsDocument,
  type DeleteMetafieldsMutationVariables,
  SetMetafieldsDocument,
  type SetMetafieldsMutationVariables,
} from "../generated/admin/operations.ts";
import type { AdminClient, CallOptions } from "./admin-client.ts";
import type { FieldError } from "./answer.ts";
import { gidOf } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";
import type { UserError } from "./user-errors.ts";
import {
  outcomeOf,
  type CustomerOutcome,
  type FieldDigests,
  type WriteOutcome,
} from "./write-outcome.ts";

/** The app's own namespace, in which shopify.app.toml declares both fields. */
const namespace = "$app";
/** Two fields each, and Shopify takes 25 fields a call. */
export const customersPerFieldCall = 12;
const fieldsPerCustomer = 2;

export interface MetafieldWrite {
  customerId: bigint;
  /** The tier's key. */
  tier: string;
  /** Written as JSON. */
  standing: Readonly<Record<string, unknown>>;
  /** Of the fields as we last saw them: Shopify writes over nothing else. */
  digests: FieldDigests;
}

/** Writes both fields of each customer, over what we have seen of them and nothing else. */
export async function setMetafields(
  admin: AdminClient,
  writes: readonly MetafieldWrite[],
  options: CallOptions = {},
): Promise<CustomerOutcome[]> {
  const outcomes: CustomerOutcome[] = [];
  for (const chunk of inChunks(writes, customersPerFieldCall))
    outcomes.push(...(await setChunk(admin, chunk, options)));
  return outcomes;
}

/** Takes both fields off each customer. A field that is not there is no error; repeating it does no harm. */
export async function deleteMetafields(
  admin: AdminClient,
  customerIds: readonly bigint[],
  options: CallOptions = {},
): Promise<CustomerOutcome[]> {
  const outcomes: CustomerOutcome[] = [];
  for (const chunk of inChunks(customerIds, customersPerFieldCall)) {
    const variables = metafieldIdentifiers(chunk);
    const { data, fieldErrors } = await admin.requestPartly(
      DeleteMetafieldsDocument,
      variables,
      options,
    );
    const outcome = outcomeOf(data.metafieldsDelete?.userErrors, fieldErrors);
    outcomes.push(...chunk.map((customerId) => ({ customerId, outcome })));
  }
  return outcomes;
}

/** The variables of some customers' fields, in a call as in a line of a bulk mutation. */
export function metafieldVariables(
  writes: readonly MetafieldWrite[],
): SetMetafieldsMutationVariables {
  return {
    metafields: writes.flatMap(({ customerId, tier, standing, digests }) => {
      const owner = { ownerId: gidOf("Customer", customerId), namespace };
      // A digest of null says that there is no such field yet.
      return [
        {
          ...owner,
          key: "tier",
          type: "single_line_text_field",
          value: tier,
          compareDigest: digests.tier,
        },
        {
          ...owner,
          key: "standing",
          type: "json",
          value: JSON.stringify(standing),
          compareDigest: digests.standing,
        },
      ];
    }),
  };
}

export function metafieldIdentifiers(
  customerIds: readonly bigint[],
): DeleteMetafieldsMutationVariables {
  return {
    metafields: customerIds.flatMap((customerId) => {
      const owner = { ownerId: gidOf("Customer", customerId), namespace };
      return [
        { ...owner, key: "tier" },
        { ...owner, key: "standing" },
      ];
    }),
  };
}

/** What Shopify says of the fields of one call, in an answer as in a line of a bulk result. */
export interface FieldsPayload {
  metafields?: readonly { key: string; compareDigest: string }[] | null | undefined;
  userErrors: UserError[];
}

/**
 * What became of the customers of one call. It writes all of its fields or none: where some are named as the cause,
 * the others are not in the result, and may be sent again without them. Null keeps the place of a customer who was sent
 * and is not asked about any more.
 */
export function outcomesOfFields(
  customerIds: readonly (bigint | null)[],
  payload: FieldsPayload | null | undefined,
  errors: readonly Pick<FieldError, "code" | "message">[] = [],
): CustomerOutcome[] {
  const userErrors = payload?.userErrors;
  // `elementIndex` is null in nearly all errors; the position is in the path: ["metafields", "3", "value"].
  const errorOf = new Map(
    (userErrors ?? []).map((error) => [
      customerIds[Math.floor(Number(error.field?.[1]) / fieldsPerCustomer)],
      error,
    ]),
  );
  if (errors.length > 0 || errorOf.size === 0 || errorOf.has(undefined)) {
    const outcome = outcomeOf(userErrors, errors);
    return customerIds.flatMap((customerId, index) =>
      customerId === null
        ? []
        : { customerId, outcome: outcome.kind === "done" ? withDigests(payload, index) : outcome },
    );
  }
  return [...errorOf].flatMap(([customerId, error]) =>
    customerId == null ? [] : [{ customerId, outcome: outcomeOf([error]) }],
  );
}

/** Without the digests, where Shopify's list is not the one we sent, the next write finds out by a conflict. */
function withDigests(payload: FieldsPayload | null | undefined, index: number): WriteOutcome {
  const [tier, standing] = (payload?.metafields ?? []).slice(fieldsPerCustomer * index);
  if (tier?.key !== "tier" || standing?.key !== "standing") return { kind: "done" };
  return {
    kind: "done",
    digests: { tier: tier.compareDigest, standing: standing.compareDigest },
  };
}

/** Those named as the cause are set apart and the rest is sent again. Ends because each round is smaller. */
async function setChunk(
  admin: AdminClient,
  chunk: readonly MetafieldWrite[],
  options: CallOptions,
): Promise<CustomerOutcome[]> {
  const { data, fieldErrors } = await admin.requestPartly(
    SetMetafieldsDocument,
    metafieldVariables(chunk),
    options,
  );
  const customerIds = chunk.map(({ customerId }) => customerId);
  const outcomes = outcomesOfFields(customerIds, data.metafieldsSet, fieldErrors);
  const judged = new Set(outcomes.map(({ customerId }) => customerId));
  const others = chunk.filter(({ customerId }) => !judged.has(customerId));
  return others.length === 0
    ? outcomes
    : [...outcomes, ...(await setChunk(admin, others, options))];
}
