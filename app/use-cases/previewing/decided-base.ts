import {
  decideTiers,
  groupSchemeOf,
  heldByKeys,
  never,
  scoreBase,
  type HeldBy,
  type Hold,
  type Metrics,
  type OutlookRules,
  type Program,
} from "../../scoring/index.ts";
import { pinAllButUpgrades, withPins } from "../scoring/hold-back.ts";
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

export interface RunToPreview {
  program: Program;
  day: number;
  outlook: OutlookRules | null;
  /** What of the moves would be applied. */
  part: "all" | "upgrades";
}

/** Decides as the run that follows a saved program does, short of what it looks ahead for. */
export function decideBase(
  base: BaseInMemory,
  { program, day, outlook, part }: RunToPreview,
): DecidedBase {
  const { metrics, calibration, scores } = scoreBase(base.frame, day, program, outlook);
  const state = { ...base.state, autoTier: placesOf(base.autoTier, program.tiers, metrics, -1) };
  const cause = causesOf("program-change", program, { bought: new Int8Array() }, new Set());
  const decideUnder = (holds: Holds) =>
    decideTiers({ program, day, cause, scores, metrics, state, holds });
  const holds = withoutEndedPins(base, metrics);
  const whole = decideUnder(holds);
  const decided =
    part === "all" ? whole : decideUnder(withPinsOfPart(base, holds, whole, program, metrics));
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

/** The pins that the run would make. Until when they hold says nothing about today. */
function withPinsOfPart(
  base: BaseInMemory,
  holds: Holds,
  whole: Parameters<typeof pinAllButUpgrades>[1],
  program: Program,
  metrics: Metrics,
): Holds {
  const { tiers } = program;
  const { groups } = groupSchemeOf(program);
  const former = {
    tier: placesOf(base.tier, tiers, metrics, tiers.length),
    group: placesOf(base.group, groups, metrics, groups.length),
  };
  const next = { day: new Int32Array(metrics.customerCount).fill(never) };
  return withPins(holds, pinAllButUpgrades(former, whole, next, { tiers, groups }));
}

/** Labels as their places in a list, −1 for none and `unknown` for one that is not in it. */
function placesOf(
  labels: LabelColumn,
  list: readonly { key: string }[],
  { customerCount }: Metrics,
  unknown: number,
): Int16Array {
  const places = labels.keys.map((key) => {
    const place = list.findIndex((label) => label.key === key);
    return place < 0 ? unknown : place;
  });
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
