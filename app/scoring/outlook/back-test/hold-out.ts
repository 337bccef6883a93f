import type { Frame } from "../../frame.ts";
import type { MissingHistory } from "../../models/fitting/fit-shop.ts";
import type { PurchaseDays } from "../purchase-days.ts";
import { collectPurchaseDays, countPurchases } from "../purchase-days.ts";

/** What customers bought in a stretch of days; rows as in `PurchaseDays`. */
export interface Bought {
  purchases: Float64Array;
  spendMinor: Float64Array;
}

/** A shop's past in two parts. */
export interface HoldOut {
  kind: "split";
  /** Last day of what the rules may know. */
  cutDay: number;
  /** Days from there to the end. */
  horizonDays: number;
  known: PurchaseDays;
  /** In the days before `cutDay`, as many as there are after it. */
  before: Bought;
  /** In the days after `cutDay`. */
  after: Bought;
}

/** Half a year: the longer of the horizons that are shown. */
const mostHorizonDays = 182;
/** A third of the past is held out, so that twice as much is left to learn from. */
const parts = 3;
const leastHorizonDays = 30;

/**
 * Splits the past up to and on `asOfDay`. Customers who came after the cut are in neither part.
 *
 * Example: with 300 days of history the last 100 are held out; with three years the last 182.
 */
export function holdOutLastPart(
  frame: Frame,
  asOfDay: number,
): HoldOut | { kind: "not-enough-history"; missing: MissingHistory } {
  const spanDays = longest(collectPurchaseDays(frame, asOfDay).observed);
  const horizonDays = Math.min(mostHorizonDays, Math.floor(spanDays / parts));
  if (horizonDays < leastHorizonDays)
    return {
      kind: "not-enough-history",
      missing: { observedTime: leastHorizonDays * parts - spanDays },
    };
  const cutDay = asOfDay - horizonDays;
  const known = collectPurchaseDays(frame, cutDay);
  return {
    kind: "split",
    cutDay,
    horizonDays,
    known,
    before: countPurchases(frame, known.customers, cutDay - horizonDays, cutDay),
    after: countPurchases(frame, known.customers, cutDay, asOfDay),
  };
}

function longest(observed: Float64Array): number {
  return observed.reduce((most, days) => Math.max(most, days), 0);
}
