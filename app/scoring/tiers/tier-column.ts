import type { Calibration } from "../calibration/calibration.ts";
import { levelAt } from "../cut-points/cut-points.ts";
import type { MetricColumns } from "../cut-points/less-columns.ts";
import type { Metrics } from "../metrics.ts";
import type { Program } from "../program/program.ts";
import type { Threshold } from "./thresholds.ts";
import { keepThresholdsOf, meets, thresholdsOf } from "./thresholds.ts";
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
      return tierColumnByThreshold(metrics, thresholdsOf(program));
    case "natural-breaks": {
      const column = columns[tiersBy.of];
      const breaks = calibration.tierBreaks ?? [];
      return Int16Array.from(column, (value) => tiers.length - levelAt(breaks, value));
    }
  }
}

/**
 * Index of the highest tier that each customer's numbers keep, if they are in it or above: never below `entered`, the tier
 * that the same numbers enter. The same column where nothing is kept by less than entered.
 */
export function keptTierColumn(
  { metrics, valueLess }: TierInputs,
  entered: Int16Array,
  calibration: Calibration,
  program: Program,
): Int16Array {
  const { tiers } = program;
  if (tiers.some(({ keepWhen }) => keepWhen !== undefined))
    return tierColumnByThreshold(metrics, keepThresholdsOf(program));
  if (tiers.every(({ keepBp }) => keepBp === undefined)) return entered;
  const keepsBp = tiers.map(({ cutBp = 0, keepBp = cutBp }) => keepBp);
  return tierColumnByShare(valueLess, calibration.rankedCustomers, keepsBp);
}

function tierColumnByThreshold(
  metrics: Metrics,
  conditions: readonly (readonly Threshold[])[],
): Int16Array {
  const tier = new Int16Array(metrics.customerCount);
  for (let customer = 0; customer < tier.length; customer++)
    tier[customer] = conditions.findIndex((all) =>
      all.every((threshold) => meets(threshold, metrics, customer)),
    );
  return tier;
}
