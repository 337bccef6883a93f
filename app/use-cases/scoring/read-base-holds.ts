import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { Transaction } from "../../persistence/database.ts";
import { deleteHolds, deleteHoldsEndedBy, readHolds } from "../../persistence/label-holds.ts";
import type { Hold } from "../../scoring/index.ts";
import { holdsByRow } from "./customer-holds.ts";

/**
 * Everybody's holds, by row, for a run over the base. Those that have ended are forgotten, and so are pins of customers
 * who have bought since.
 */
export async function readBaseHolds(
  tx: Transaction,
  shop: string,
  customers: CustomerRows,
  day: number,
  hasBought: (row: number) => boolean,
): Promise<Map<number, Hold[]>> {
  await deleteHoldsEndedBy(tx, shop, day);
  const holds = await readHolds(tx, shop, null);
  const over = holds.filter(
    ({ kind, customerId }) => kind === "pin" && hasBought(customers.findId(customerId)),
  );
  await deleteHolds(
    tx,
    shop,
    "pin",
    over.map(({ customerId }) => customerId),
  );
  const ended = new Set(over);
  return holdsByRow(
    holds.filter((hold) => !ended.has(hold)),
    (customerId) => customers.findId(customerId),
  );
}
