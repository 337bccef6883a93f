import { readDoubtedOrders, takeBackDoubts } from "../../persistence/order-doubts.ts";
import { saveOrders } from "../../persistence/orders.ts";
import { fetchOrders } from "../../shopify/fetch-orders.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { scoreAgain } from "../scoring/score-again.ts";

const ordersAtOnce = 100;

/**
 * Asks Shopify once more for every order the ledger doubts; that answer is stored. Two answers that carry the same
 * moment do not say which of them came first, one that was asked for after both does. Whoever writes another answer
 * while this one is on its way doubts the order anew, and it is asked for again.
 */
export async function settleDoubts(app: App, shop: string, signal: AbortSignal): Promise<void> {
  if ((await findOpenShop(app, shop)) === null) return;
  const admin = await app.adminOf(shop);
  for (;;) {
    signal.throwIfAborted();
    const doubts = await readDoubtedOrders(app.db, shop, ordersAtOnce);
    if (doubts.length === 0) return;
    const { orders } = await fetchOrders(
      admin,
      doubts.map(({ orderId }) => orderId),
    );
    await app.db.$transaction(async (tx) => {
      const certain = await takeBackDoubts(tx, shop, doubts);
      const answers = orders.filter(({ orderId }) => certain.has(orderId));
      const changed = await saveOrders(tx, shop, answers, "settles");
      await scoreAgain(app, tx, shop, changed);
    });
  }
}
