import type { CutPoints } from "../cut-points/cut-points.ts";
import { quantileCutPoints } from "../cut-points/cut-points.ts";
import { naturalBreaks } from "../cut-points/natural-breaks.ts";
import type { Metrics } from "../metrics.ts";
import { minorUnitsOf } from "../program/money-amount.ts";
import type { Program } from "../program/program.ts";
import { levelsOf } from "../program/program.ts";
import type { Calibration, MetricCutPoints, MetricLadders } from "./calibration.ts";
import { cutPointsOfStartingPoint } from "./starting-points.ts";

/** The cut points that a program asks for, found in a base; with the starting point they come from when the base is too small. */
export function findCutPoints(
  ladders: MetricLadders,
  metrics: Metrics,
  program: Program,
): Pick<Calibration, "cutPoints" | "startingPoint"> {
  const { startingPoint } = program;
  if (startingPoint !== undefined && ladders.recency.customerCount < startingPoint.belowCustomers)
    return {
      cutPoints: cutPointsOfStartingPoint(startingPoint.industry, {
        spendMinor: metrics.netSpendMinor.reduce((sum, spend) => sum + spend, 0),
        orders: metrics.orderCount.reduce((sum, count) => sum + count, 0),
      }),
      startingPoint: startingPoint.industry,
    };
  return { cutPoints: findByRule(ladders, program) };
}

function findByRule(ladders: MetricLadders, program: Program): MetricCutPoints {
  const levels = levelsOf(program);
  const { recency, frequency, monetary } = program.cutPoints ?? {};
  const find = (metric: keyof MetricLadders): CutPoints =>
    program.cutPoints?.[metric]?.kind === "natural-breaks"
      ? naturalBreaks(ladders[metric], levels)
      : quantileCutPoints(ladders[metric], levels);
  return {
    recency:
      recency?.kind === "fixed"
        ? recency.daysAtMost.map((days) => -days - 1).reverse()
        : find("recency"),
    frequency:
      frequency?.kind === "fixed"
        ? frequency.ordersAtLeast.map((orders) => orders - 1)
        : find("frequency"),
    monetary:
      monetary?.kind === "fixed"
        ? monetary.spendAtLeast.map((amount) => minorUnitsOf(amount, program.currency) - 1)
        : find("monetary"),
  };
}

/** Where the tiers begin, for a program that cuts them at natural breaks. */
export function findTierBreaks(
  ladders: Calibration["ladders"],
  { tiersBy, tiers }: Program,
): Pick<Calibration, "tierBreaks"> {
  return tiersBy?.kind === "natural-breaks"
    ? { tierBreaks: naturalBreaks(ladders[tiersBy.of], tiers.length) }
    : {};
}
