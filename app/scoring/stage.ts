import type { Metrics } from "./metrics.ts";

/** A `stage` column holds indexes into this. */
export const stageKeys = ["new", "growing", "mature", "declining", "lost"] as const;

export type StageKey = (typeof stageKeys)[number];

/**
 * Where a customer is in their life with the shop; C = `cycleDays`, the shop's usual days between two orders.
 *
 *     recency > 3C  lost;   > C  declining;   else 1 counted order  new,  2–3  growing,  4 or more  mature
 *
 * Example with C = 30: 91 days → lost, 90 → declining, 31 → declining, 30 days and 3 orders → growing.
 */
export function stageOf(recencyDays: number, orderCount: number, cycleDays: number): StageKey {
  if (recencyDays > 3 * cycleDays) return "lost";
  if (recencyDays > cycleDays) return "declining";
  if (orderCount >= 4) return "mature";
  return orderCount >= 2 ? "growing" : "new";
}

/**
 * `stageOf` of every customer, as indexes into `stageKeys`; of one who is not ranked the number means nothing. By sign
 * bits, like `countReached`: days are whole, so that more than C days is more than floor(C).
 */
export function stageColumn(
  metrics: Pick<Metrics, "customerCount" | "recencyDays" | "orderCount">,
  cycleDays: number,
): Int8Array {
  const { customerCount, recencyDays, orderCount } = metrics;
  const stage = new Int8Array(customerCount);
  const longestCurrent = Math.floor(cycleDays);
  const longestDeclining = Math.floor(3 * cycleDays);
  for (let customer = 0; customer < customerCount; customer++) {
    const recency = recencyDays[customer] ?? 0;
    const orders = orderCount[customer] ?? 0;
    const isPastCycle = (longestCurrent - recency) >>> 31;
    const isLost = (longestDeclining - recency) >>> 31;
    const byOrders = ((1 - orders) >>> 31) + ((3 - orders) >>> 31);
    stage[customer] = isPastCycle * (declining + isLost) + (1 - isPastCycle) * byOrders;
  }
  return stage;
}

const declining = stageKeys.indexOf("declining");
