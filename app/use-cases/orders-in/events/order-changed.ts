import { hasDoubtedOrders } from "../../../persistence/order-doubts.ts";
import { deleteOrders, saveOrders, type IncomingOrder } from "../../../persistence/orders.ts";
import type { Transaction } from "../../../persistence/database.ts";
import { findInstalledShop } from "../../../persistence/shops.ts";
import { fetchOrders } from "../../../shopify/fetch-orders.ts";
import type { App } from "../../app.ts";
import { scoreAgain } from "../../scoring/score-again.ts";
import { doNothing, handlerOf, orderSubject, type Act } from "./event-handler.ts";

/** Asks of all these orders in as few calls as it can, and writes the answers. */
export async function ordersChanged(
  app: App,
  shop: string,
  orderIds: readonly bigint[],
): Promise<Act> {
  if ((await findInstalledShop(app.db, shop)) === null) return doNothing;
  const { orders } = await fetchOrders(await app.adminOf(shop), orderIds);
  return (tx) => saveAnswer(app, tx, shop, orders, []);
}

/**
 * An order's event only says that the order changed: what it is now is asked of Shopify, so lost, late, repeated and
 * reordered events end in the same state.
 */
export const orderChanged = handlerOf(orderSubject, (app, shop, { orderId }) =>
  ordersChanged(app, shop, [orderId]),
);
/** An order Shopify does not show may just be older than we may read; only the news of its end deletes it. */
export const orderDeleted = handlerOf(orderSubject, async (app, shop, { orderId }) => {
  if ((await findInstalledShop(app.db, shop)) === null) return doNothing;
  const { orders, missing } = await fetchOrders(await app.adminOf(shop), [orderId]);
  return (tx) => saveAnswer(app, tx, shop, orders, missing);
});

async function saveAnswer(
  app: App,
  tx: Transaction,
  shop: string,
  orders: readonly IncomingOrder[],
  gone: readonly bigint[],
): Promise<void> {
  const losers = await deleteOrders(tx, shop, gone);
  const changed = [...losers, ...(await saveOrders(tx, shop, orders))];
  if (await hasDoubtedOrders(tx, shop)) await app.enqueue(tx, "settle-doubts", { shop });
  await scoreAgain(app, tx, shop, changed);
}
