import { readKeptInMerge } from "../../../persistence/inbox.ts";
import { lockScoringOf } from "../../../persistence/shop-lock.ts";
import { findInstalledShop } from "../../../persistence/shops.ts";
import { hasCustomer } from "../../../shopify/has-customer.ts";
import type { App } from "../../app.ts";
import { takeOverFrom } from "../../scoring/take-over.ts";
import { letGoOf } from "./customer-gone.ts";
import { doNothing, handlerOf, mergeSubject } from "./event-handler.ts";

/**
 * A customer has become part of another one, who takes over what was decided about them by hand. Whose their orders and checkouts are now
 * is asked of Shopify, and scores the customer who was kept with both histories. A merge that failed leaves both.
 */
export const customerMerged = handlerOf(mergeSubject, async (app, shop, { customerId, keptId }) => {
  if ((await findInstalledShop(app.db, shop)) === null) return doNothing;
  if (await hasCustomer(await app.adminOf(shop), customerId)) return doNothing;
  const survivor = keptId === undefined ? null : await findSurvivor(app, shop, keptId);
  const now = await app.now();
  return async (tx) => {
    // A run that has read the customer's orders already would bring them back.
    await lockScoringOf(tx, shop);
    if (survivor !== null) await takeOverFrom(app, tx, { shop, goneId: customerId, survivor, now });
    await letGoOf(app, tx, shop, customerId);
  };
});

/** Who was kept may have become part of somebody else by now, which can have been heard of before. */
async function findSurvivor(app: App, shop: string, keptId: bigint): Promise<bigint | null> {
  const admin = await app.adminOf(shop);
  const seen = new Set<bigint>();
  let survivor: bigint | null = keptId;
  while (survivor !== null && !(await hasCustomer(admin, survivor))) {
    seen.add(survivor);
    const next: bigint | null = await readKeptInMerge(app.db, shop, survivor);
    survivor = next !== null && seen.has(next) ? null : next;
  }
  return survivor;
}
