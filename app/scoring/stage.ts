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

/** `stageOf` of every customer, as indexes into `stageKeys`; of one who is not ranked the number means nothing. */
export function stageColumn(
  { customerCount, recencyDays, orderCount }: Metrics,
  cycleDays: number,
): Int8Array {
  const stage = new Int8Array(customerCount);
  for (let customer = 0; customer < customerCount; customer++) {
    const key = stageOf(recencyDays[customer] ?? 0, orderCount[customer] ?? 0, cycleDays);
    stage[customer] = stageIndexes[key];
  }
  return stage;
}

const stageIndexes = { new: 0, growing: 1, mature: 2, declining: 3, lost: 4 } as const satisfies {
  [Key in StageKey]: number;
};
