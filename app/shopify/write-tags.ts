import { AddTagsDocument, RemoveTagsDocument } from "../generated/admin/operations.ts";
import type { AdminClient, CallOptions } from "./admin-client.ts";
import type { FieldError } from "./answer.ts";
import { gidOf } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";
import { type RepeatedAnswer, sendRepeated } from "./repeat-mutation.ts";
import type { UserError } from "./user-errors.ts";
import { outcomeOf, type CustomerOutcome, type WriteOutcome } from "./write-outcome.ts";

/** A request of 25 costs 250 of the 1,000 points a request may cost, and is answered well before it times out. */
export const customersPerTagCall = 25;

export interface TagWrite {
  customerId: bigint;
  tags: string[];
}

/** Adds tags to each customer. A tag that is there already stays; repeating it does no harm. */
export async function addTags(
  admin: AdminClient,
  writes: readonly TagWrite[],
  options: CallOptions = {},
): Promise<CustomerOutcome[]> {
  return writeTags(writes, (variables) => sendRepeated(admin, AddTagsDocument, variables, options));
}

/** Takes tags off each customer. A tag that is not there is no error; repeating it does no harm. */
export async function removeTags(
  admin: AdminClient,
  writes: readonly TagWrite[],
  options: CallOptions = {},
): Promise<CustomerOutcome[]> {
  return writeTags(writes, (variables) =>
    sendRepeated(admin, RemoveTagsDocument, variables, options),
  );
}

/** The variables of one customer's write, in a request as in a line of a bulk mutation. */
export function tagVariables({ customerId, tags }: TagWrite): TagVariables {
  return { id: gidOf("Customer", customerId), tags };
}

interface TagVariables {
  id: string;
  tags: string[];
}

/** What Shopify says of one customer's tags, in an answer as in a line of a bulk result. */
export interface TagPayload {
  node?: { tags?: readonly string[] | undefined } | null | undefined;
  userErrors: UserError[];
}

export function outcomeOfTags(
  payload: TagPayload | null | undefined,
  errors: readonly Pick<FieldError, "code" | "message">[] = [],
): WriteOutcome {
  const outcome = outcomeOf(payload?.userErrors, errors);
  const tags = payload?.node?.tags;
  return outcome.kind === "done" && tags ? { ...outcome, tagCount: tags.length } : outcome;
}

async function writeTags(
  writes: readonly TagWrite[],
  send: (variables: TagVariables[]) => Promise<RepeatedAnswer<TagPayload>[]>,
): Promise<CustomerOutcome[]> {
  const outcomes: CustomerOutcome[] = [];
  for (const chunk of inChunks(writes, customersPerTagCall)) {
    const answers = await send(chunk.map(tagVariables));
    for (const [index, { customerId }] of chunk.entries()) {
      const answer = answers[index];
      outcomes.push({ customerId, outcome: outcomeOfTags(answer?.payload, answer?.errors) });
    }
  }
  return outcomes;
}
