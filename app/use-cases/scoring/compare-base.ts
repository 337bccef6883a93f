import { readFormerStandings, type MovedValues } from "../../persistence/base-standings.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import type { StandingFigures } from "../../persistence/standings.ts";
import type { RankLabels } from "../../scoring/index.ts";

/** Rows of customers by what a run has to write of them. Whoever stands as before is in none. */
export interface BaseChanges {
  /** No standing yet. */
  fresh: Uint32Array;
  /** Stands otherwise than before. */
  changed: Uint32Array;
  /** Only the value moved, because others bought. */
  moved: MovedValues;
  /** What labels they had, of those whose labels are not what they were. */
  formerLabels: ReadonlyMap<number, RankLabels>;
}

/**
 * Compares how everybody stands now, by row, with how they stood. Customers without an order any more get rows of
 * their own in `customers`.
 */
export async function compareBase(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  standingAt: (row: number) => StandingFigures,
  customers: CustomerRows,
): Promise<BaseChanges> {
  const scoredCustomers = customers.count;
  const stood = new Uint8Array(scoredCustomers);
  const changed: number[] = [];
  const moved = { rows: new Array<number>(), formerE4: new Array<number>() };
  const formerLabels = new Map<number, RankLabels>();
  await readFormerStandings(db, tx, shop, customers, (row, former) => {
    stood[row] = 1;
    const now = standingAt(row);
    if (now.tier !== former.tier || now.group !== former.group)
      formerLabels.set(row, { tier: former.tier, group: former.group });
    if (!isSameButForValue(former, now)) changed.push(row);
    else if (former.valueE4 !== now.valueE4) {
      moved.rows.push(row);
      moved.formerE4.push(former.valueE4);
    }
  });
  const fresh: number[] = [];
  for (let row = 0; row < scoredCustomers; row++) if (stood[row] === 0) fresh.push(row);
  return {
    fresh: Uint32Array.from(fresh),
    changed: Uint32Array.from(changed),
    moved: {
      rows: Uint32Array.from(moved.rows),
      formerE4: Int32Array.from(moved.formerE4),
      valueE4: Int32Array.from(moved.rows, (row) => standingAt(row).valueE4),
    },
    formerLabels,
  };
}

function isSameButForValue(former: StandingFigures, now: StandingFigures): boolean {
  return (
    former.tier === now.tier &&
    former.group === now.group &&
    former.stage === now.stage &&
    former.recencyScore === now.recencyScore &&
    former.frequencyScore === now.frequencyScore &&
    former.monetaryScore === now.monetaryScore &&
    former.countedOrders === now.countedOrders &&
    former.netMinorUnits === now.netMinorUnits &&
    former.windowOrders === now.windowOrders &&
    former.windowNetMinorUnits === now.windowNetMinorUnits &&
    former.lastOrderAtMs === now.lastOrderAtMs
  );
}
