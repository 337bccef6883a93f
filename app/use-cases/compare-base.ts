import { readFormerStandings, type FormerStanding } from "../persistence/base-standings.ts";
import type { CustomerRows } from "../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../persistence/database.ts";
import type { StandingRow } from "../persistence/standings.ts";
import type { RankLabels } from "../scoring/index.ts";
import { standingAt, withoutOrders, type ScoredColumns } from "./standing-at.ts";

/** Rows of customers by what a run has to write of them. Whoever stands as before is in none. */
export interface BaseChanges {
  /** No standing yet. */
  fresh: Uint32Array;
  /** Stands otherwise than before. */
  changed: Uint32Array;
  /** Only the value moved, because others bought; `formerE4` as it was. */
  moved: { row: number; formerE4: number }[];
  /** What labels they had, of those whose labels are not what they were. */
  formerLabels: ReadonlyMap<number, RankLabels>;
}

/** Compares a scored base with how it stood. Customers without an order any more get rows of their own in `customers`. */
export async function compareBase(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  scored: ScoredColumns,
  customers: CustomerRows,
): Promise<BaseChanges> {
  const scoredCustomers = customers.count;
  const stood = new Uint8Array(scoredCustomers);
  const changed: number[] = [];
  const moved: BaseChanges["moved"] = [];
  const formerLabels = new Map<number, RankLabels>();
  await readFormerStandings(db, tx, shop, customers, (row, former) => {
    if (row < scoredCustomers) stood[row] = 1;
    const now = standingOf(scored, row, customers);
    if (now.tier !== former.tier || now.group !== former.group)
      formerLabels.set(row, { tier: former.tier, group: former.group });
    if (!isSameButForValue(former, now)) changed.push(row);
    else if (former.valueE4 !== now.valueE4) moved.push({ row, formerE4: former.valueE4 });
  });
  const fresh = Uint32Array.from(stood.keys()).filter((row) => stood[row] === 0);
  return { fresh, changed: Uint32Array.from(changed), moved, formerLabels };
}

/** Where the customer of a row stands now, also one who has no order any more. */
export function standingOf(
  scored: ScoredColumns,
  row: number,
  customers: CustomerRows,
): StandingRow {
  const customerId = customers.idAt(row);
  const isScored = row < scored.metrics.customerCount;
  return isScored ? standingAt(scored, row, customerId) : withoutOrders(customerId);
}

function isSameButForValue(former: FormerStanding, now: StandingRow): boolean {
  return (
    former.tier === now.tier &&
    former.group === now.group &&
    former.stage === now.stage &&
    former.recencyScore === now.recencyScore &&
    former.frequencyScore === now.frequencyScore &&
    former.monetaryScore === now.monetaryScore &&
    former.countedOrders === now.countedOrders &&
    former.netMinor === Number(now.netMinorUnits) &&
    former.windowOrders === now.windowOrders &&
    former.windowNetMinor === Number(now.windowNetMinorUnits) &&
    former.lastOrderAtMs === (now.lastOrderAt?.getTime() ?? null)
  );
}
