import { addMembers } from "../../persistence/custom-group-members.ts";
import type { App } from "../app.ts";
import { findStrangers, meetStrangers } from "../meet-strangers.ts";

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
  const strangers = await findStrangers(app, group.shop, customerIds);
  const added = await app.db.$transaction(async (tx) => {
    await meetStrangers(tx, group.shop, strangers);
    return addMembers(tx, group, customerIds);
  });
  return { added, unknown: strangers.unknown };
}
