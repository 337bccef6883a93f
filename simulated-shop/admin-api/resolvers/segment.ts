import type { Segment } from "../../world/segment.ts";
import type { TypeResolvers } from "../field-resolver.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

export const segmentResolvers = {
  id: nodeFields.id,
  name: ({ name }: Segment) => name,
  query: ({ query }: Segment) => query,
  creationDate: ({ createdAtMs }: Segment) => dateTimeText(createdAtMs),
  lastEditDate: ({ updatedAtMs }: Segment) => dateTimeText(updatedAtMs),
} satisfies TypeResolvers;
