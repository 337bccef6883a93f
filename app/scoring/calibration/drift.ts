import type { CutPoints } from "../cut-points/cut-points.ts";
import { levelAt } from "../cut-points/cut-points.ts";
import type { Ladder } from "../cut-points/ladder.ts";
import { countLess, lastValueShortOf } from "../cut-points/ladder.ts";
import { leastLessForTier } from "../tiers/tier-by-share.ts";
import { shownValueE4 } from "../value.ts";
import type { Calibration, MetricLadders } from "./calibration.ts";

export type DriftMetric = keyof MetricLadders;

/** Where a score begins, in the metric's own unit (days, orders, minor units); `null` = nobody reaches it. */
export type CutPointShift = { score: number; from: number | null; to: number | null };

export type MetricDrift = {
  metric: DriftMetric;
  /** Scores 2 and up, each with where it began and begins: at most so many days, at least so much of the others. */
  cutPoints: CutPointShift[];
  /** Share of today's base, 0–1, whom the former cut points would score lower than today's do, and higher. */
  scoredLowerBefore: number;
  scoredHigherBefore: number;
};

/** What it takes to be among the best of a share of the base, as values are shown, 0–100, in ten-thousandths. */
export type ValueShift = { cutBp: number; fromE4: number | null; toE4: number | null };

/** How a calibration differs from the one before it. */
export type CalibrationDrift = {
  fromDay: number;
  toDay: number;
  rankedCustomers: { from: number; to: number };
  cycleDays: { from: number; to: number };
  metrics: MetricDrift[];
  values: ValueShift[];
  /** The one sentence worth saying: the metric by which most customers would be scored differently. */
  headline:
    | { kind: "steady" }
    | {
        kind: "moved";
        metric: DriftMetric;
        /** Share of the base whose score is another one only because the cut points moved. */
        share: number;
        /** The score whose beginning moved most, by rank of customers between the two. */
        cutPoint: CutPointShift;
      }
    /** The numbers of levels differ: the program was changed, and cut points have nothing to be compared with. */
    | { kind: "not-comparable" };
};

const signs = { recency: -1, frequency: 1, monetary: 1 } as const;
const metrics = ["recency", "frequency", "monetary"] as const;

/** Fewer than one in a hundred: nothing anybody would notice. */
const steadyShare = 0.01;

/**
 * Compares two calibrations of one shop. `cutsBp`: the shares whose values are to be compared, those of the tiers.
 *
 * Example: spend of 10, 20, 30, 40, 50 cut into fifths at 10.01, 20.01 …; later everybody spends 10 more: each fifth begins
 * 10 higher, and the former cut points would have scored four of five customers one higher.
 */
export function compareCalibrations(
  from: Calibration,
  to: Calibration,
  cutsBp: readonly number[],
): CalibrationDrift {
  const comparable = metrics.every(
    (metric) => from.cutPoints[metric].length === to.cutPoints[metric].length,
  );
  const drifts = comparable ? metrics.map((metric) => compareMetric(metric, from, to)) : [];
  return {
    fromDay: from.asOfDay,
    toDay: to.asOfDay,
    rankedCustomers: { from: from.rankedCustomers, to: to.rankedCustomers },
    cycleDays: { from: from.cycleDays, to: to.cycleDays },
    metrics: drifts,
    values: cutsBp.map((cutBp) => ({
      cutBp,
      fromE4: valueAbove(from, cutBp),
      toE4: valueAbove(to, cutBp),
    })),
    headline: comparable ? findHeadline(drifts, to) : { kind: "not-comparable" },
  };
}

function compareMetric(metric: DriftMetric, from: Calibration, to: Calibration): MetricDrift {
  const former = from.cutPoints[metric];
  const current = to.cutPoints[metric];
  const shares = shareScoredOtherwise(to.ladders[metric], former, current);
  return {
    metric,
    cutPoints: current.map((above, index) => ({
      score: index + 2,
      from: startsAt(metric, former[index] ?? Infinity),
      to: startsAt(metric, above),
    })),
    ...shares,
  };
}

function startsAt(metric: DriftMetric, above: number): number | null {
  return above === Infinity ? null : signs[metric] * (above + 1);
}

function shareScoredOtherwise(
  { values, less, customerCount }: Ladder,
  former: CutPoints,
  current: CutPoints,
): Pick<MetricDrift, "scoredLowerBefore" | "scoredHigherBefore"> {
  let lower = 0;
  let higher = 0;
  for (let step = 0; step < values.length; step++) {
    const customers = (less[step + 1] ?? customerCount) - (less[step] ?? 0);
    const value = values[step] ?? 0;
    const difference = levelAt(former, value) - levelAt(current, value);
    if (difference < 0) lower += customers;
    if (difference > 0) higher += customers;
  }
  const base = Math.max(1, customerCount);
  return { scoredLowerBefore: lower / base, scoredHigherBefore: higher / base };
}

function valueAbove({ ladders, rankedCustomers }: Calibration, cutBp: number): number | null {
  const above = lastValueShortOf(ladders.value, leastLessForTier({ cutBp }, rankedCustomers));
  return above === null ? null : shownValueE4(above, rankedCustomers);
}

function findHeadline(
  drifts: readonly MetricDrift[],
  to: Calibration,
): CalibrationDrift["headline"] {
  const moved = drifts
    .map((drift) => ({ drift, share: drift.scoredLowerBefore + drift.scoredHigherBefore }))
    .reduce((most, each) => (each.share > most.share ? each : most), {
      drift: drifts[0],
      share: 0,
    });
  if (moved.drift === undefined || moved.share < steadyShare) return { kind: "steady" };
  const { metric, cutPoints } = moved.drift;
  const customersBetween = (shift: CutPointShift): number =>
    Math.abs(rankOf(shift.from, metric, to) - rankOf(shift.to, metric, to));
  const cutPoint = cutPoints.reduce((most, each) =>
    customersBetween(each) > customersBetween(most) ? each : most,
  );
  return { kind: "moved", metric, share: moved.share, cutPoint };
}

/** How many of today's customers stand below where a score begins. */
function rankOf(start: number | null, metric: DriftMetric, { ladders }: Calibration): number {
  return start === null
    ? ladders[metric].customerCount
    : countLess(ladders[metric], signs[metric] * start);
}
