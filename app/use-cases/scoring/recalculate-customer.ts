import { readLabels } from "../../persistence/standings.ts";
import type { App } from "../app.ts";
import { requireShop } from "../require-shop.ts";
import { scoreAgain } from "./score-again.ts";

/** Has one customer scored again at once, because somebody asks for it. Whoever never ordered has nothing to be scored by. */
export async function recalculateCustomer(
  app: App,
  shop: string,
  customerId: bigint,
): Promise<"asked" | "unknown"> {
  await requireShop(app, shop);
  return app.db.$transaction(async (tx) => {
    if ((await readLabels(tx, shop, [customerId])).length === 0) return "unknown";
    await scoreAgain(app, tx, shop, [customerId]);
    return "asked";
  });
}
