import { deleteSegment } from "../../../world/segment-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { findSegment, SEGMENT_DOES_NOT_EXIST } from "./find-segment.ts";

/** `segmentDelete`. */
export function segmentDelete(_root: unknown, { id }: { id: string }, { shop }: RequestContext) {
  const segment = findSegment(shop.world, id);
  if (segment === undefined)
    return { deletedSegmentId: null, userErrors: [SEGMENT_DOES_NOT_EXIST] };
  deleteSegment(shop.world, segment);
  return { deletedSegmentId: id, userErrors: [] };
}
