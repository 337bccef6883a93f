import { AddTagsDocument, RemoveTagsDocument } from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { gidOf } from "./gid.ts";
import { inChunks } from "./in-chunks.ts";
import { type RepeatedAnswer, sendRepeated } from "./repeat-mutation.ts";
import type { UserError } from "./user-errors.ts";
import { outcomeOf, type CustomerOutcome } from "./write-outcome.ts";

/** A request of 25 costs 250 of the 1,000 points a request may cost, and is answered well before it times out. */
const customersPerRequest = 25;

export interface TagWrite {
  customerId: bigint;
  tags: string[];
}

/** Adds tags to each customer. A tag that is there already stays; repeating it does no harm. */
export async function addTags(
  admin: AdminClient,
  writes: readonly TagWrite[],
): Promise<CustomerOutcome[]> {
  return writeTags(writes, (variables) => sendRepeated(admin, AddTagsDocument, variables));
}

/** Takes tags off each customer. A tag that is not there is no error; repeating it does no harm. */
export async function removeTags(
  admin: AdminClient,
  writes: readonly TagWrite[],
): Promise<CustomerOutcome[]> {
  return writeTags(writes, (variables) => sendRepeated(admin, RemoveTagsDocument, variables));
}

/** The variables of one customer's write, in a request as in a line of a bulk mutation. */
export function tagVariables({ customerId, tags }: TagWrite): TagVariables {
  return { id: gidOf("Customer", customerId), tags };
}

interface TagVariables {
  id: string;
  tags: string[];
}

async function writeTags(
  writes: readonly TagWrite[],
  send: (variables: TagVariables[]) => Promise<RepeatedAnswer<{ userErrors: UserError[] }>[]>,
): Promise<CustomerOutcome[]> {
  const outcomes: CustomerOutcome[] = [];
  for (const chunk of inChunks(writes, customersPerRequest)) {
    const answers = await send(chunk.map(tagVariables));
    for (const [index, { customerId }] of chunk.entries()) {
      const answer = answers[index];
      outcomes.push({
        customerId,
        outcome: outcomeOf(answer?.payload?.userErrors, answer?.errors),
      });
    }
  }
  return outcomes;
}
