import { compileSegmentQuery } from "../../../segment-query/compile-segment-query.ts";
import { startMemberQuery } from "../../../world/member-query.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { spellingIn } from "../../queries/segment-members.ts";
import { memberQueryView } from "../../queries/customer-segment-members.ts";
import { findSegment } from "./find-segment.ts";
import { userError, type UserError } from "../user-error.ts";

type Input = {
  segmentId?: string | null;
  query?: string | null;
  sortKey?: string | null;
  reverse?: boolean | null;
};

/** `customerSegmentMembersQueryCreate`: tells only the first thing that is wrong with a query, without a field. */
export function customerSegmentMembersQueryCreate(
  _root: unknown,
  { input: { segmentId, query: given, sortKey, reverse } }: { input: Input },
  context: RequestContext,
) {
  const { world } = context.shop;
  if (segmentId != null && given != null)
    return refuse(inputError("Providing both segment_id and query is not supported."));
  if (segmentId == null && given == null)
    return refuse(inputError("You must provide one of segment_id or query."));
  const query = segmentId == null ? given : findSegment(world, segmentId)?.query;
  if (query == null) return refuse(userError(null, "Invalid segment ID.", "INVALID"));
  // A saved segment keeps the spelling of the version it was saved with.
  const options = segmentId == null ? { functionSpelling: spellingIn(context.apiVersion) } : {};
  const compiled = compileSegmentQuery(query, world, options);
  if (compiled.kind === "invalid")
    return refuse(userError(null, compiled.messages[0] ?? "Query is invalid.", "INVALID"));
  const memberQuery = startMemberQuery(world, {
    query,
    sortKey: sortKey ?? null,
    reverse: reverse ?? false,
  });
  return { customerSegmentMembersQuery: memberQueryView(memberQuery, null), userErrors: [] };
}

function inputError(message: string): UserError {
  return userError(["input"], message, "INVALID");
}

function refuse(error: UserError) {
  return { customerSegmentMembersQuery: null, userErrors: [error] };
}
