import type { Metrics } from "../metrics.ts";
import { minorUnitsOf } from "../program/money-amount.ts";
import type { Program } from "../program/program.ts";
import type { TierThresholds } from "../program/tier-schema.ts";

/** What a tier by thresholds can ask about. Amounts are minor units of the shop's currency. */
export type ThresholdMetric =
  | "spend"
  | "windowSpend"
  | "averageOrder"
  | "orders"
  | "windowOrders"
  | "recencyDays"
  | "expectedSpend";

/** One condition: at least `bound`, for `recencyDays` at most. */
export type Threshold = { metric: ThresholdMetric; bound: number };

/** The conditions of each tier, highest first; the lowest has none and takes everybody left. */
export function thresholdsOf({ tiers, currency }: Program): Threshold[][] {
  return tiers.map(({ when = {} }) => listThresholds(when, currency));
}

/** The conditions under which each tier is kept, likewise. */
export function keepThresholdsOf({ tiers, currency }: Program): Threshold[][] {
  return tiers.map(({ when = {}, keepWhen = when }) => listThresholds(keepWhen, currency));
}

function listThresholds(when: TierThresholds, currency: string | undefined): Threshold[] {
  const thresholds: Threshold[] = [];
  const add = (metric: ThresholdMetric, bound: number | undefined): void => {
    if (bound !== undefined) thresholds.push({ metric, bound });
  };
  const minor = (amount: string | undefined): number | undefined =>
    amount === undefined ? undefined : minorUnitsOf(amount, currency);
  add("spend", minor(when.spendAtLeast));
  add("windowSpend", minor(when.windowSpendAtLeast));
  add("averageOrder", minor(when.averageOrderAtLeast));
  add("orders", when.ordersAtLeast);
  add("windowOrders", when.windowOrdersAtLeast);
  add("recencyDays", when.recencyDaysAtMost);
  add("expectedSpend", minor(when.expectedSpendAtLeast));
  return thresholds;
}

/**
 * Does a ranked customer meet a condition. The average is compared as spend ≥ bound · orders, in whole numbers.
 *
 * Example: 3 orders of 100.00 together meet an average of 33.33 and miss one of 33.34.
 */
export function meets({ metric, bound }: Threshold, metrics: Metrics, customer: number): boolean {
  if (metric === "recencyDays") return (metrics.recencyDays[customer] ?? 0) <= bound;
  if (metric === "averageOrder")
    return (metrics.netSpendMinor[customer] ?? 0) >= bound * (metrics.orderCount[customer] ?? 0);
  return readMetric(metric, metrics, customer) >= bound;
}

/** The number that a condition is about; averages and expectations rounded down to a whole minor unit, NaN = not known. */
export function readMetric(metric: ThresholdMetric, metrics: Metrics, customer: number): number {
  const spend = metrics.netSpendMinor[customer] ?? 0;
  const orders = metrics.orderCount[customer] ?? 0;
  switch (metric) {
    case "spend":
      return spend;
    case "windowSpend":
      return metrics.windowSpendMinor[customer] ?? 0;
    case "averageOrder":
      return Math.floor(spend / Math.max(1, orders));
    case "orders":
      return orders;
    case "windowOrders":
      return metrics.windowOrders[customer] ?? 0;
    case "recencyDays":
      return metrics.recencyDays[customer] ?? 0;
    case "expectedSpend":
      return Math.floor(metrics.expectedSpendMinor?.[customer] ?? NaN);
  }
}
