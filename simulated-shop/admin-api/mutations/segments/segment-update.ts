import { updateSegment } from "../../../world/segment-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { findSegment, SEGMENT_DOES_NOT_EXIST } from "./find-segment.ts";
import { problemsWithSegment } from "./segment-input.ts";
import { userError } from "../user-error.ts";

type SegmentUpdateArgs = { id: string; name?: string | null; query?: string | null };

/** `segmentUpdate`. */
export function segmentUpdate(
  _root: unknown,
  { id, name, query }: SegmentUpdateArgs,
  context: RequestContext,
) {
  const { world } = context.shop;
  const segment = findSegment(world, id);
  if (segment === undefined) return { segment: null, userErrors: [SEGMENT_DOES_NOT_EXIST] };
  if (name == null && query == null)
    return {
      segment: null,
      userErrors: [userError(null, "At least one attribute to change must be present")],
    };
  const userErrors = problemsWithSegment({ name, query }, context);
  if (userErrors.length > 0) return { segment: null, userErrors };
  updateSegment(world, segment, {
    ...(name != null && { name: name.trim() }),
    ...(query != null && { query }),
  });
  return { segment, userErrors: [] };
}
