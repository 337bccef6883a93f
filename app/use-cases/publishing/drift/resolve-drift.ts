import { z } from "zod";
import { dropDrifts, leaveDrifts } from "../../../persistence/drifts.ts";
import { updateShop } from "../../../persistence/shops.ts";
import type { App } from "../../app.ts";
import { requireShop } from "../../require-shop.ts";

const customerIds = z
  .array(z.string().regex(/^\d{1,19}$/))
  .max(10_000)
  .nullable();

/** `customerIds` null = everybody who differs. */
const requestSchema = z.discriminatedUnion("step", [
  z.strictObject({ step: z.literal("repair"), customerIds }),
  z.strictObject({ step: z.literal("leave"), customerIds }),
  z.strictObject({ step: z.literal("check") }),
  z.strictObject({ step: z.literal("setting"), reportOnly: z.boolean() }),
]);

export type DriftRequest = z.infer<typeof requestSchema>;
export type ResolveDriftResult = { kind: "done"; customers: number } | { kind: "refused" };

/** Puts right what others changed, leaves it as it is, looks once more, or says which of both happens by itself. */
export async function resolveDrift(
  app: App,
  shop: string,
  input: unknown,
): Promise<ResolveDriftResult> {
  await requireShop(app, shop);
  const parsed = requestSchema.safeParse(input);
  if (!parsed.success) return { kind: "refused" };
  const request = parsed.data;
  switch (request.step) {
    case "repair":
      return app.db.$transaction(async (tx) => {
        const customers = await dropDrifts(tx, shop, idsOf(request.customerIds));
        await app.enqueue(tx, "publish", { shop });
        return { kind: "done", customers };
      });
    case "leave": {
      const ids = idsOf(request.customerIds);
      const customers = await leaveDrifts(app.db, shop, ids, new Date());
      return { kind: "done", customers };
    }
    case "check":
      await app.enqueue(app.db, "check-drift", { shop, kind: "sample" });
      return { kind: "done", customers: 0 };
    case "setting":
      await updateShop(app.db, shop, { reportDriftOnly: request.reportOnly });
      return { kind: "done", customers: 0 };
  }
}

function idsOf(ids: string[] | null): bigint[] | null {
  return ids === null ? null : ids.map(BigInt);
}
