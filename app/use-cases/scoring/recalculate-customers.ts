import type { Transaction } from "../../persistence/database.ts";
import { whichHaveStandings } from "../../persistence/standings.ts";
import type { App } from "../app.ts";
import { scoreAgain } from "./score-again.ts";

/** Has customers scored by the orders there are, as after an order of theirs; returns how many of them are known. */
export async function recalculateCustomers(
  tx: Transaction,
  app: App,
  shop: string,
  customerIds: readonly bigint[],
): Promise<number> {
  const known = await whichHaveStandings(tx, shop, customerIds);
  await scoreAgain(app, tx, shop, known);
  return known.length;
}
