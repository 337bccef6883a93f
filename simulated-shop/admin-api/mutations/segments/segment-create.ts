import { createSegment } from "../../../world/segment-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { MAX_SEGMENTS, problemsWithSegment } from "./segment-input.ts";
import { userError } from "../user-error.ts";

/** `segmentCreate`: the name is trimmed, the query kept as it is. */
export function segmentCreate(
  _root: unknown,
  given: { name: string; query: string },
  context: RequestContext,
) {
  const { world } = context.shop;
  const userErrors = problemsWithSegment(given, context);
  if (userErrors.length === 0 && world.segments.size >= MAX_SEGMENTS) {
    userErrors.push(
      userError(null, "Segment limit reached. Delete an existing segment to create more."),
    );
  }
  if (userErrors.length > 0) return { segment: null, userErrors };
  return { segment: createSegment(world, given.name.trim(), given.query), userErrors: [] };
}
