import type { Calibration } from "../calibration/calibration.ts";
import { lastValueShortOf } from "../cut-points/ladder.ts";
import type { Program } from "../program/program.ts";
import type { ThresholdMetric } from "./thresholds.ts";
import { keepThresholdsOf, thresholdsOf } from "./thresholds.ts";
import { leastLessForTier } from "./tier-by-share.ts";

/** At least `bound`, for `recencyDays` at most; `value` is what `valueOf` says. −Infinity = always, Infinity = never. */
export type TierCondition = { metric: ThresholdMetric | "value"; bound: number };

/** For each tier, highest first, all that must hold to enter it and to keep it; the first of which all do is theirs. */
export type TierConditions = { enter: TierCondition[][]; keep: TierCondition[][] };

/** Whatever a program's tiers are cut by, as conditions at a calibration's cut-offs: the same tiers as `tierColumn`. */
export function tierConditionsOf(calibration: Calibration, program: Program): TierConditions {
  const { tiers, tiersBy = { kind: "value-shares" } } = program;
  switch (tiersBy.kind) {
    case "value-shares":
      return {
        enter: tiers.map(({ cutBp = 0 }) => [
          { metric: "value", bound: valueAtShare(cutBp, calibration) },
        ]),
        keep: tiers.map(({ cutBp = 0, keepBp = cutBp }) => [
          { metric: "value", bound: valueAtShare(keepBp, calibration) },
        ]),
      };
    case "thresholds":
      return { enter: thresholdsOf(program), keep: keepThresholdsOf(program) };
    case "natural-breaks": {
      const above = [...(calibration.tierBreaks ?? [])].reverse();
      const conditions = tiers.map((_, tier) =>
        tier === tiers.length - 1 ? [] : [conditionAbove(tiersBy.of, above[tier] ?? Infinity)],
      );
      return { enter: conditions, keep: conditions };
    }
  }
}

/** The least value that a share of the base in basis points is strictly below: −Infinity for none of it, see `tierIndexOf`. */
export function valueAtShare(cutBp: number, { ladders, rankedCustomers }: Calibration): number {
  const enough = leastLessForTier({ cutBp }, rankedCustomers);
  if (enough === 0) return -Infinity;
  // In an empty base nobody is below anybody.
  return rankedCustomers === 0 ? Infinity : (lastValueShortOf(ladders.value, enough) ?? 0) + 1;
}

/** Where the column that a ladder has of a metric is above a whole number. */
export function conditionAbove(
  of: "value" | "recency" | "frequency" | "monetary",
  above: number,
): TierCondition {
  switch (of) {
    case "value":
      return { metric: "value", bound: above + 1 };
    case "recency":
      return { metric: "recencyDays", bound: -above - 1 };
    case "frequency":
      return { metric: "windowOrders", bound: above + 1 };
    case "monetary":
      return { metric: "windowSpend", bound: above + 1 };
  }
}
