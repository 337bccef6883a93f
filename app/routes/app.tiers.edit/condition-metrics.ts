/** What a tier by thresholds may ask for, as a program names it. */
export const conditionMetrics = [
  "windowSpendAtLeast",
  "spendAtLeast",
  "averageOrderAtLeast",
  "expectedSpendAtLeast",
  "windowOrdersAtLeast",
  "ordersAtLeast",
  "recencyDaysAtMost",
] as const;

export type ConditionMetric = (typeof conditionMetrics)[number];

/** Bounds as typed; `stay` empty = as it is entered. */
export interface ConditionRow {
  id: string;
  metric: ConditionMetric;
  enter: string;
  stay: string;
}
