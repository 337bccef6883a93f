import { z } from "zod";
import type { MovementQuery } from "../../use-cases/pages/movement-page.ts";

export const usualPeriods = ["30", "90", "365"] as const;

const day = z.string().max(10).catch("");
const addressSchema = z.object({
  period: z.enum([...usualPeriods, "custom"]).catch("30"),
  from: day,
  until: day,
  of: z.enum(["tier", "group"]).catch("tier"),
  flows: z.literal("shown").nullable().catch(null),
});

/** What the address asks for. Nonsense in it is ignored. */
export function movementFromAddress(params: URLSearchParams): MovementQuery {
  const asked = addressSchema.parse({
    period: params.get("period"),
    from: params.get("from"),
    until: params.get("until"),
    of: params.get("of"),
    flows: params.get("flows"),
  });
  return {
    family: asked.of,
    period:
      asked.period === "custom"
        ? { kind: "between", from: asked.from, until: asked.until }
        : { kind: "last", days: Number(asked.period) },
    showsFlows: asked.flows !== null,
  };
}
