import {
  decideTiers,
  groupSchemeOf,
  heldByKeys,
  scoreBase,
  type HeldBy,
  type Hold,
  type Metrics,
  type OutlookRules,
  type Program,
} from "../../scoring/index.ts";
import { boughtSince } from "../scoring/read-former-base.ts";
import { causesOf } from "../scoring/reasons.ts";
import type { BaseInMemory } from "./base-in-memory.ts";
import type { LabelColumn } from "./label-column.ts";
import type { LabelsByRow } from "./tally-family.ts";

/** Where a run would put everybody. Rows past those of the frame are customers without orders: no label, no spend. */
export interface DecidedBase {
  rankedCustomers: number;
  tier: LabelsByRow;
  group: LabelsByRow;
  windowSpendMinor: Float64Array;
  /** How many customers each reason holds; those that hold nobody are left out. */
  held: { by: HeldBy; customers: number }[];
}

/** Decides as the run that follows a saved program does, short of what it looks ahead for. */
export function decideBase(
  base: BaseInMemory,
  program: Program,
  day: number,
  outlook: OutlookRules | null,
): DecidedBase {
  const { metrics, calibration, scores } = scoreBase(base.frame, day, program, outlook);
  const state = { ...base.state, autoTier: placesOf(base.autoTier, program.tiers, metrics) };
  const holds = withoutEndedPins(base, metrics);
  const cause = causesOf("program-change", program, { bought: new Int8Array() }, new Set());
  const decided = decideTiers({ program, day, cause, scores, metrics, state, holds });
  return {
    rankedCustomers: calibration.rankedCustomers,
    tier: labelsBy(program.tiers, decided.tier),
    group: labelsBy(groupSchemeOf(program).groups, decided.group),
    windowSpendMinor: metrics.windowSpendMinor,
    held: countHeld(decided.heldBy),
  };
}

type Holds = ReadonlyMap<number, readonly Hold[]>;

/** A pin ends with its customer's next own order. */
function withoutEndedPins({ holds, pinnedAndMarked }: BaseInMemory, metrics: Metrics): Holds {
  if (pinnedAndMarked.size === 0) return holds;
  const left = new Map(holds);
  for (const [row, former] of pinnedAndMarked) {
    const now = {
      countedOrders: metrics.orderCount[row] ?? 0,
      netMinorUnits: metrics.netSpendMinor[row] ?? 0,
      lastOrderAtMs: metrics.lastOrderAtMs[row] ?? null,
    };
    if (boughtSince(former, now) <= 0) continue;
    left.set(
      row,
      (holds.get(row) ?? []).filter(({ kind }) => kind !== "pin"),
    );
  }
  return left;
}

/** Labels as their places in a list, −1 for none and for one that is not in it. */
function placesOf(
  labels: LabelColumn,
  list: readonly { key: string }[],
  { customerCount }: Metrics,
): Int16Array {
  const places = labels.keys.map((key) => list.findIndex((label) => label.key === key));
  const column = new Int16Array(customerCount).fill(-1);
  for (let row = 0; row < customerCount; row++) {
    const index = labels.at(row);
    if (index >= 0) column[row] = places[index] ?? -1;
  }
  return column;
}

function labelsBy(labels: readonly { key: string }[], column: Int16Array): LabelsByRow {
  return { keys: labels.map(({ key }) => key), at: (row) => column[row] ?? -1 };
}

function countHeld(heldBy: Uint16Array): DecidedBase["held"] {
  const counts = new Uint32Array(heldByKeys.length);
  for (const bits of heldBy)
    for (let rest = bits; rest !== 0; rest &= rest - 1) {
      const place = 31 - Math.clz32(rest & -rest);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  return heldByKeys
    .map((by, place) => ({ by, customers: counts[place] ?? 0 }))
    .filter(({ customers }) => customers > 0);
}
