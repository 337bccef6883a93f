import { addMembers } from "../../persistence/custom-group-members.ts";
import {
  findKnownCustomers,
  insertCustomersWithoutOrders,
} from "../../persistence/known-customers.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findExisting } from "../../shopify/find-existing.ts";
import type { App } from "../app.ts";

export interface AddedCustomers {
  added: number;
  /** Nobody in the shop has these numbers. */
  unknown: bigint[];
}

/** Adds customers to a fixed group. Whoever never ordered is asked for in Shopify. */
export async function addCustomers(
  app: App,
  group: { shop: string; id: string },
  customerIds: readonly bigint[],
): Promise<AddedCustomers> {
  const { shop } = group;
  const known = await findKnownCustomers(app.db, shop, customerIds);
  const strangers = customerIds.filter((id) => !known.has(id));
  const existing =
    strangers.length === 0
      ? new Set<bigint>()
      : (await findExisting(await app.adminOf(shop), "Customer", strangers)).existing;
  const added = await app.db.$transaction(async (tx) => {
    if (existing.size > 0) {
      await lockScoringOf(tx, shop);
      await insertCustomersWithoutOrders(tx, shop, [...existing]);
    }
    return addMembers(tx, group, customerIds);
  });
  return { added, unknown: strangers.filter((id) => !existing.has(id)) };
}
