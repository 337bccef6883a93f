import type { Transaction } from "../../../persistence/database.ts";
import { forgetCustomer } from "../../../persistence/erase-customer.ts";
import { lockInterestStudy, wantCheckoutsAnew } from "../../../persistence/interest-studies.ts";
import { doubtOrdersOf } from "../../../persistence/order-doubts.ts";
import { lockScoringOf } from "../../../persistence/shop-lock.ts";
import { findInstalledShop } from "../../../persistence/shops.ts";
import { hasCustomer } from "../../../shopify/has-customer.ts";
import type { App } from "../../app.ts";
import { customerSubject, doNothing, handlerOf } from "./event-handler.ts";

/** A customer was deleted. Whose their orders and checkouts are now is asked of Shopify. */
export const customerGone = handlerOf(customerSubject, async (app, shop, { customerId }) => {
  if ((await findInstalledShop(app.db, shop)) === null) return doNothing;
  if (await hasCustomer(await app.adminOf(shop), customerId)) return doNothing;
  return async (tx) => {
    // A run that has read the customer's orders already would bring them back.
    await lockScoringOf(tx, shop);
    await letGoOf(app, tx, shop, customerId);
  };
});

/** Forgets a customer whom Shopify does not have any more; asks whose their orders and checkouts are now. */
export async function letGoOf(
  app: App,
  tx: Transaction,
  shop: string,
  customerId: bigint,
): Promise<void> {
  await lockInterestStudy(tx, shop);
  const { checkouts } = await forgetCustomer(tx, shop, customerId);
  if (checkouts > 0) await wantCheckoutsAnew(tx, shop);
  const doubted = await doubtOrdersOf(tx, shop, customerId);
  if (doubted > 0) await app.enqueue(tx, "settle-doubts", { shop });
}
