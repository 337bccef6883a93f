import { createSegment } from "../../world/segment-actions.ts";
import type { RequestContext } from "../field-resolver.ts";
import { MAX_SEGMENTS, problemsWithName, problemsWithQuery } from "./segment-input.ts";
import { userError, type UserError } from "./user-error.ts";

/** `segmentCreate`: the name is trimmed, the query kept as it is; a wrong name hides what is wrong with the query. */
export function segmentCreate(
  _root: unknown,
  { name, query }: { name: string; query: string },
  { shop }: RequestContext,
) {
  const nameProblems = problemsWithName(name);
  const userErrors: UserError[] = nameProblems.length > 0 ? nameProblems : problemsWithQuery(query);
  if (userErrors.length === 0 && shop.world.segments.size >= MAX_SEGMENTS) {
    userErrors.push(
      userError(null, "Segment limit reached. Delete an existing segment to create more."),
    );
  }
  if (userErrors.length > 0) return { segment: null, userErrors };
  return { segment: createSegment(shop.world, name.trim(), query), userErrors: [] };
}
