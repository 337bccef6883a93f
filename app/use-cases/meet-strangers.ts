import {
  findKnownCustomers,
  insertCustomersWithoutOrders,
} from "../persistence/known-customers.ts";
import type { Transaction } from "../persistence/database.ts";
import { lockScoringOf } from "../persistence/shop-lock.ts";
import { findExisting } from "../shopify/find-existing.ts";
import type { App } from "./app.ts";

/** Customers we have no standing of, by whether the shop has them. */
export interface Strangers {
  existing: bigint[];
  unknown: bigint[];
}

/** Asks Shopify for those of whom we know nothing; before the transaction that is about them. */
export async function findStrangers(
  app: App,
  shop: string,
  customerIds: readonly bigint[],
): Promise<Strangers> {
  const known = await findKnownCustomers(app.db, shop, customerIds);
  const strangers = customerIds.filter((id) => !known.has(id));
  if (strangers.length === 0) return { existing: [], unknown: [] };
  const { existing } = await findExisting(await app.adminOf(shop), "Customer", strangers);
  return {
    existing: strangers.filter((id) => existing.has(id)),
    unknown: strangers.filter((id) => !existing.has(id)),
  };
}

/** From now on we know them, without orders, so that they can be in a group or have a tier by hand. */
export async function meetStrangers(
  tx: Transaction,
  shop: string,
  { existing }: Strangers,
): Promise<void> {
  if (existing.length === 0) return;
  await lockScoringOf(tx, shop);
  await insertCustomersWithoutOrders(tx, shop, existing);
}
