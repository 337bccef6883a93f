import { z } from "zod";
import {
  AddTagsDocument,
  RemoveTagsDocument,
  SetMetafieldsDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { graphqlErrors } from "./answer.ts";
import { runBulkMutation } from "./run-bulk-mutation.ts";
import { streamBulkRows } from "./stream-bulk-rows.ts";
import { metafieldVariables, type MetafieldWrite } from "./write-metafields.ts";
import { outcomeOf, type WriteOutcome } from "./write-outcome.ts";
import { tagVariables, type TagWrite } from "./write-tags.ts";

/** The writes of write-tags.ts and write-metafields.ts for many customers, one line each. All return the operation. */
export function startAddingTags(admin: AdminClient, writes: readonly TagWrite[]): Promise<bigint> {
  return runBulkMutation(admin, AddTagsDocument, writes.map(tagVariables));
}

export function startRemovingTags(
  admin: AdminClient,
  writes: readonly TagWrite[],
): Promise<bigint> {
  return runBulkMutation(admin, RemoveTagsDocument, writes.map(tagVariables));
}

export function startSettingMetafields(
  admin: AdminClient,
  writes: readonly MetafieldWrite[],
): Promise<bigint> {
  return runBulkMutation(admin, SetMetafieldsDocument, writes.map(metafieldVariables));
}

const payload = z.object({
  userErrors: z.array(z.object({ field: z.array(z.string()).nullable(), message: z.string() })),
});

const resultLine = z.object({
  __lineNumber: z.number().int().nonnegative(),
  data: z.record(z.string(), payload.nullable()).nullish(),
  errors: graphqlErrors.optional(),
});

/** What became of each uploaded line, by its position from 0. Shopify works on several at a time: the order is its own. */
export async function* readBulkMutationResults(
  admin: AdminClient,
  url: string,
): AsyncGenerator<{ line: number; outcome: WriteOutcome }> {
  for await (const { __lineNumber, data, errors = [] } of streamBulkRows(admin, url, resultLine)) {
    const [answer] = Object.values(data ?? {});
    const codes = errors.map(({ message, extensions }) => ({ message, code: extensions.code }));
    yield { line: __lineNumber, outcome: outcomeOf(answer?.userErrors, codes) };
  }
}
