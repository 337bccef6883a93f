import { z } from "zod";

const until = z.string().nullable();

/** What can be done to many customers, as it is stored. */
export const manyRequestSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("override"), tier: z.string(), until }),
  z.object({ intent: z.literal(["opt-out", "freeze"]), until }),
  z.object({
    intent: z.literal("release"),
    kinds: z.array(z.enum(["override", "opt-out", "freeze", "pin"])),
  }),
  z.object({ intent: z.literal("recalculate") }),
  z.object({ intent: z.literal("add-to-group"), groupId: z.string() }),
]);

export type ManyRequest = z.infer<typeof manyRequestSchema>;
