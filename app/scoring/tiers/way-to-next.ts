import type { Calibration } from "../calibration/calibration.ts";
import type { Program } from "../program/program.ts";
import { tierStartsE4 } from "./explain-tier.ts";
import { thresholdsOf, type Threshold } from "./thresholds.ts";

/** What is remembered of a customer since the last scoring. Amounts are minor units. */
export type HeldStanding = {
  tierKey: string;
  valueE4: number;
  orders: number;
  windowOrders: number;
  spendMinor: number;
  windowSpendMinor: number;
};

export type WayToNext = {
  /** The tier above. */
  tierKey: string;
  /** How much of the way is done, in whole percent from 0 to 99. */
  donePercent: number;
  /** What is missing, where the tier is a matter of fixed amounts; 0 = nothing of this kind. */
  missing: { spendMinor: number; orders: number } | null;
};

/** Not a shopper's to count: days pass by themselves, and what is expected of somebody is nobody's business. */
type Countable = Exclude<Threshold["metric"], "recencyDays" | "expectedSpend">;

/**
 * How far a customer has come to the tier above theirs, for people who look at a progress bar; `null` in the highest
 * tier, or in one the program no longer has. By value it is the way from where the own tier begins to where the next
 * one does, by fixed amounts the condition that is furthest away.
 *
 * Example: Growth begins above 50, Core above 80, and the customer has 65 → 50 %. Core asks for 500.00 and 4 orders, and
 * they have 400.00 and 1 order → 25 %, and 100.00 and 3 orders are missing.
 */
export function wayToNext(
  held: HeldStanding,
  calibration: Calibration,
  program: Program,
): WayToNext | null {
  const index = program.tiers.findIndex(({ key }) => key === held.tierKey);
  const next = program.tiers[index - 1];
  if (next === undefined) return null;
  if (program.tiersBy?.kind === "thresholds")
    return wayByConditions(held, next.key, thresholdsOf(program)[index - 1] ?? []);
  const starts = tierStartsE4(calibration, program);
  const from = starts[index] ?? 0;
  const to = starts[index - 1] ?? null;
  if (to === null) return { tierKey: next.key, donePercent: 0, missing: null };
  const done = to > from ? (held.valueE4 - from) / (to - from) : 0;
  return { tierKey: next.key, donePercent: asPercent(done), missing: null };
}

function wayByConditions(
  held: HeldStanding,
  tierKey: string,
  conditions: readonly Threshold[],
): WayToNext {
  const missing = { spendMinor: 0, orders: 0 };
  let done = 1;
  for (const { metric, bound } of conditions) {
    if (metric === "recencyDays" || metric === "expectedSpend") continue;
    const has = readHeld(metric, held);
    const short = Math.max(0, bound - has);
    if (bound > 0) done = Math.min(done, has / bound);
    if (metric === "spend" || metric === "windowSpend")
      missing.spendMinor = Math.max(missing.spendMinor, short);
    if (metric === "orders" || metric === "windowOrders")
      missing.orders = Math.max(missing.orders, short);
  }
  return { tierKey, donePercent: asPercent(done), missing };
}

function readHeld(metric: Countable, held: HeldStanding): number {
  switch (metric) {
    case "spend":
      return held.spendMinor;
    case "windowSpend":
      return held.windowSpendMinor;
    case "averageOrder":
      return Math.floor(held.spendMinor / Math.max(1, held.orders));
    case "orders":
      return held.orders;
    case "windowOrders":
      return held.windowOrders;
  }
}

/** Whoever is not there yet has never done all of it. */
function asPercent(done: number): number {
  return Math.max(0, Math.min(99, Math.floor(done * 100)));
}
