import { z } from "zod";
import { deleteSegment, updateSegment } from "../../world/segment-actions.ts";
import type { World } from "../../world/world.ts";
import { idField } from "./field-schemas.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";

export const renameSegmentSchema = z.object({
  segmentId: idField,
  name: z.string().trim().min(1).max(255),
});
export const deleteSegmentSchema = z.object({ segmentId: idField });

/** The merchant gives a segment another name; one that is taken becomes "… (2)". */
export function simulateSegmentRename(
  world: World,
  { segmentId, name }: z.infer<typeof renameSegmentSchema>,
): SimulationOutcome {
  const segment = world.segments.get(segmentId);
  if (segment === undefined) return refused(404, "There is no such segment.");
  updateSegment(world, segment, { name });
  return done("The segment was renamed.", { segment: { id: segment.id, name: segment.name } });
}

export function simulateSegmentDeletion(
  world: World,
  { segmentId }: z.infer<typeof deleteSegmentSchema>,
): SimulationOutcome {
  const segment = world.segments.get(segmentId);
  if (segment === undefined) return refused(404, "There is no such segment.");
  deleteSegment(world, segment);
  return done("The segment was deleted.", { segment: { id: segmentId } });
}
