import {
  ListSegmentMembersDocument,
  type ListSegmentMembersQuery,
  ReadSegmentMembersQueryDocument,
  StartSegmentMembersQueryDocument,
} from "../generated/admin/operations.ts";
import type { AdminClient } from "./admin-client.ts";
import { idOfGid } from "./gid.ts";

const membersPerRequest = 1_000;
const pollEveryMs = 500;

export type SegmentMembers =
  | { kind: "members"; customerIds: bigint[] }
  /** No query that Shopify understands: it names a field that is not there, or compares it in a wrong way. */
  | { kind: "refused"; message: string };

/** Everybody a segment query names, by number; nothing else of them is asked for. */
export async function listSegmentMembers(
  admin: AdminClient,
  query: string,
  signal: AbortSignal,
): Promise<SegmentMembers> {
  // Only this way says in words what is wrong with a query, and finds its members before they are paged through.
  const { customerSegmentMembersQueryCreate: started } = await admin.request(
    StartSegmentMembersQueryDocument,
    { query },
  );
  const found = started?.customerSegmentMembersQuery;
  if (found == null) {
    const message = started?.userErrors[0]?.message ?? "Shopify gave no reason";
    return { kind: "refused", message };
  }
  let { done } = found;
  while (!done) {
    signal.throwIfAborted();
    const { customerSegmentMembersQuery: search } = await admin.request(
      ReadSegmentMembersQueryDocument,
      { id: found.id },
    );
    done = search?.done ?? false;
    if (!done) await admin.sleep(pollEveryMs);
  }
  const customerIds: bigint[] = [];
  let after: string | null = null;
  do {
    signal.throwIfAborted();
    const page: ListSegmentMembersQuery = await admin.request(ListSegmentMembersDocument, {
      queryId: found.id,
      first: membersPerRequest,
      after,
    });
    const { edges, pageInfo } = page.customerSegmentMembers;
    for (const { node } of edges) customerIds.push(idOfGid("CustomerSegmentMember", node.id));
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after !== null);
  return { kind: "members", customerIds };
}
