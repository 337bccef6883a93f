import type { Ladder } from "./ladder.ts";

/**
 * The whole base at a moment: everything that a customer's scores depend on besides their own orders. Stored and kept until
 * the next calibration, so that one customer is scored against the same base as everybody else was.
 */
export type Calibration = {
  /** Calendar date in the shop's time zone, days since 1970-01-01. */
  asOfDay: number;
  /** n: customers with at least one counted order. */
  rankedCustomers: number;
  /** Usual days between two orders, C of the stages. */
  cycleDays: number;
  ladders: MetricLadders & { value: Ladder };
};

export type MetricLadders = {
  /** Of −recencyDays: more days ago is worse. */
  recency: Ladder;
  /** Of counted orders in the window. */
  frequency: Ladder;
  /** Of their net, minor units. */
  monetary: Ladder;
};
