import { markDirty } from "../../persistence/dirty-customers.ts";
import type { Transaction } from "../../persistence/database.ts";
import type { App } from "../app.ts";

/** Has customers scored again, in the transaction that changed their orders. */
export async function scoreAgain(
  app: App,
  tx: Transaction,
  shop: string,
  customerIds: readonly bigint[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await markDirty(tx, shop, customerIds);
  await app.enqueue(tx, "retier", { shop });
}
