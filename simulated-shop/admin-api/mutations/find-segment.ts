import { parseGid } from "../../world/gid.ts";
import type { Segment } from "../../world/segment.ts";
import type { World } from "../../world/world.ts";
import { userError } from "./user-error.ts";

export function findSegment(world: World, id: string): Segment | undefined {
  const gid = parseGid(id);
  return gid?.type === "Segment" ? world.segments.get(gid.id) : undefined;
}

export const SEGMENT_DOES_NOT_EXIST = userError(["id"], "Segment does not exist");
