import { forgetRefusals } from "../../persistence/refusals.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";

/**
 * Tries once more to write customers whom Shopify refused: those of one run, or (null) all of the shop. Nothing happens to
 * anybody else, and whoever is refused again is set aside again. Returns how many are tried.
 */
export async function retryRefused(
  app: App,
  shop: string,
  runId: string | null,
): Promise<{ kind: "asked"; customers: number }> {
  await requireShop(app, shop);
  const customers = await app.db.$transaction(async (tx) => {
    const tried = await forgetRefusals(tx, { shop, runId });
    if (tried > 0) await app.enqueue(tx, "publish", { shop });
    return tried;
  });
  app.log.info({ shop, runId, customers }, "refused writes are tried again");
  return { kind: "asked", customers };
}
