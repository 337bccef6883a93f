import type { Transaction } from "../../persistence/database.ts";
import { markForPublication } from "../../persistence/publication-marks.ts";
import type { App } from "../app.ts";

/** Has customers published, in the transaction that changed what they should carry. */
export async function publishAgain(
  app: App,
  tx: Transaction,
  shop: string,
  customerIds: readonly bigint[],
): Promise<void> {
  await markForPublication(tx, shop, customerIds);
  await app.enqueue(tx, "publish", { shop, kind: "marked" });
}
