import type { Calibration } from "../calibration/calibration.ts";
import { levelAt } from "../cut-points/cut-points.ts";
import type { MetricColumns } from "../cut-points/less-columns.ts";
import type { Metrics } from "../metrics.ts";
import type { Program } from "../program/program.ts";
import { meets, thresholdsOf } from "./thresholds.ts";
import { tierColumnByShare } from "./tier-by-share.ts";

/** What tiers are cut by: the metrics, the same as the ladders hold them, and the value with its counts. */
export type TierInputs = {
  metrics: Metrics;
  columns: MetricColumns & { value: Float64Array };
  valueLess: Uint32Array;
};

/** Index of each customer's tier, 0 = highest. For a customer who is not ranked the number means nothing. */
export function tierColumn(
  { metrics, columns, valueLess }: TierInputs,
  calibration: Calibration,
  program: Program,
): Int16Array {
  const { tiers, tiersBy = { kind: "value-shares" } } = program;
  switch (tiersBy.kind) {
    case "value-shares": {
      const cutsBp = tiers.map(({ cutBp = 0 }) => cutBp);
      return tierColumnByShare(valueLess, calibration.rankedCustomers, cutsBp);
    }
    case "thresholds":
      return tierColumnByThreshold(metrics, program);
    case "natural-breaks": {
      const column = columns[tiersBy.of];
      const breaks = calibration.tierBreaks ?? [];
      return Int16Array.from(column, (value) => tiers.length - levelAt(breaks, value));
    }
  }
}

function tierColumnByThreshold(metrics: Metrics, program: Program): Int16Array {
  const conditions = thresholdsOf(program);
  const tier = new Int16Array(metrics.customerCount);
  for (let customer = 0; customer < tier.length; customer++)
    tier[customer] = conditions.findIndex((all) =>
      all.every((threshold) => meets(threshold, metrics, customer)),
    );
  return tier;
}
