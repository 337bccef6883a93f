import { addMembers } from "../../persistence/custom-group-members.ts";
import type { Transaction } from "../../persistence/database.ts";
import type { App } from "../app.ts";
import { findStrangers, meetStrangers } from "../meet-strangers.ts";

export interface AddedCustomers {
  added: number;
  /** Nobody in the shop has these numbers. */
  unknown: bigint[];
}

/**
 * Adds customers to a fixed group. Whoever never ordered is asked for in Shopify. `also` is done in the same transaction,
 * with what it came to.
 */
export async function addCustomers(
  app: App,
  group: { shop: string; id: string },
  customerIds: readonly bigint[],
  also: (tx: Transaction, added: AddedCustomers) => Promise<void> = () => Promise.resolve(),
): Promise<AddedCustomers> {
  const strangers = await findStrangers(app, group.shop, customerIds);
  return app.db.$transaction(async (tx) => {
    await meetStrangers(tx, group.shop, strangers);
    const added = await addMembers(tx, group, customerIds);
    const result = { added, unknown: strangers.unknown };
    await also(tx, result);
    return result;
  });
}
