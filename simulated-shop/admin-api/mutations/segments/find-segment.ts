import { GraphQLError } from "graphql";
import { parseGid } from "../../../world/gid.ts";
import type { Segment } from "../../../world/segment.ts";
import type { World } from "../../../world/world.ts";
import { userError } from "../user-error.ts";

/** The segment of a gid; undefined when it does not exist. A gid of another type is a top-level error. */
export function findSegment(world: World, id: string): Segment | undefined {
  const gid = parseGid(id);
  if (gid !== null && gid.type !== "Segment")
    throw new GraphQLError("invalid id", { extensions: { code: "RESOURCE_NOT_FOUND" } });
  return gid === null ? undefined : world.segments.get(gid.id);
}

export const SEGMENT_DOES_NOT_EXIST = userError(["id"], "Segment does not exist");
