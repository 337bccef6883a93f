import { z } from "zod";

/** Where a fixed group came from. */
export const groupOrigin = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("by-hand") }),
  /** The name the other group had, and the moment of business time. */
  z.object({ kind: z.literal("snapshot"), of: z.string(), at: z.string() }),
]);

export type GroupOrigin = z.infer<typeof groupOrigin>;
