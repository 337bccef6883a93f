import { z } from "zod";
import {
  AddTagsDocument,
  DeleteMetafieldsDocument,
  RemoveTagsDocument,
  SetMetafieldsDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { graphqlErrors } from "./answer.ts";
import { inChunks } from "./in-chunks.ts";
import type { BulkMutation } from "./run-bulk-mutation.ts";
import { streamBulkRows } from "./stream-bulk-rows.ts";
import {
  customersPerFieldCall,
  metafieldIdentifiers,
  metafieldVariables,
  outcomesOfFields,
  type MetafieldWrite,
} from "./write-metafields.ts";
import type { CustomerOutcome } from "./write-outcome.ts";
import { outcomeOfTags, tagVariables, type TagWrite } from "./write-tags.ts";

/** A bulk mutation runs one mutation per line: one customer's tags, or the fields of as many as a call takes. */
export const customersPerFieldLine = customersPerFieldCall;

/** The writes of write-tags.ts and write-metafields.ts for many customers. */
export function addingTags(writes: readonly TagWrite[]): BulkMutation {
  return { document: AddTagsDocument, lines: writes.map(tagVariables) };
}

export function removingTags(writes: readonly TagWrite[]): BulkMutation {
  return { document: RemoveTagsDocument, lines: writes.map(tagVariables) };
}

export function settingMetafields(writes: readonly MetafieldWrite[]): BulkMutation {
  const lines = [...inChunks(writes, customersPerFieldLine)].map(metafieldVariables);
  return { document: SetMetafieldsDocument, lines };
}

export function deletingMetafields(customerIds: readonly bigint[]): BulkMutation {
  const lines = [...inChunks(customerIds, customersPerFieldLine)].map(metafieldIdentifiers);
  return { document: DeleteMetafieldsDocument, lines };
}

const userErrors = z.array(
  z.object({
    field: z.array(z.string()).nullable(),
    message: z.string(),
    code: z.string().nullish(),
  }),
);

/** All of them at once: which mutation it was is known to whoever asked for it. */
const payload = z.object({
  userErrors,
  node: z.object({ tags: z.array(z.string()).optional() }).nullish(),
  metafields: z.array(z.object({ key: z.string(), compareDigest: z.string() })).nullish(),
});

const resultLine = z.object({
  __lineNumber: z.number().int().nonnegative(),
  data: z.record(z.string(), payload.nullable()).nullish(),
  errors: graphqlErrors.optional(),
});

/**
 * What became of the customers of each line, which are looked up by its position from 0; null in the place of one who is
 * not asked about any more. Shopify works on several lines
 * at a time: the order is its own. Whoever is in no outcome was not written.
 */
export async function* readBulkOutcomes(
  admin: AdminClient,
  url: string,
  of: "tags" | "fields",
  customersOf: (line: number) => readonly (bigint | null)[],
): AsyncGenerator<CustomerOutcome> {
  for await (const { __lineNumber, data, errors = [] } of streamBulkRows(admin, url, resultLine)) {
    const [answer] = Object.values(data ?? {});
    const codes = errors.map(({ message, extensions }) => ({ message, code: extensions.code }));
    const customerIds = customersOf(__lineNumber);
    if (of === "fields") yield* outcomesOfFields(customerIds, answer, codes);
    else
      for (const customerId of customerIds)
        if (customerId !== null) yield { customerId, outcome: outcomeOfTags(answer, codes) };
  }
}
