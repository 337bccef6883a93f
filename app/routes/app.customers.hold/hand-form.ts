import { z } from "zod";
import type { HandRequest } from "../../use-cases/scoring/act-by-hand.ts";

/** As many as one page of the list shows. */
const MOST_CUSTOMERS = 50;

const until = z
  .string()
  .max(10)
  .transform((day) => (day === "" ? null : day));

const requestSchema: z.ZodType<HandRequest> = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("override"), tier: z.string().max(60), until }),
  z.object({ intent: z.literal(["opt-out", "freeze"]), until }),
  z.object({
    intent: z.literal("release"),
    kinds: z
      .string()
      .transform((kinds) => kinds.split(","))
      .pipe(z.array(z.enum(["override", "opt-out", "freeze", "pin"])).min(1)),
  }),
  z.object({ intent: z.literal("recalculate") }),
]);

const bySchema = z.object({
  ids: z
    .string()
    .transform((ids) => ids.split(","))
    .pipe(
      z
        .array(z.string().regex(/^\d{1,18}$/))
        .min(1)
        .max(MOST_CUSTOMERS),
    )
    .transform((ids) => ids.map(BigInt)),
  reason: z
    .string()
    .trim()
    .max(500)
    .optional()
    .transform((reason) => (reason === undefined || reason === "" ? null : reason)),
});

/** Null for what no form of ours sends. */
export function readHandForm(form: FormData) {
  const fields = Object.fromEntries(form);
  const request = requestSchema.safeParse(fields);
  const by = bySchema.safeParse(fields);
  if (!request.success || !by.success) return null;
  return { request: request.data, customerIds: by.data.ids, reason: by.data.reason };
}
