import type { OrderModel, OrderModelKind } from "../order-models/order-model.ts";
import { betaGeometricLikelihood } from "./beta-geometric-likelihood.ts";
import type { Objective, Summit } from "./climb.ts";
import { climb } from "./climb.ts";
import { climbFromMany } from "./multi-start.ts";
import type { CollapsedHistories } from "./collapse-histories.ts";
import { collapseHistories } from "./collapse-histories.ts";
import type { HistoryColumns } from "./history-columns.ts";
import { listOrderStarts } from "./order-starts.ts";
import { paretoLikelihood } from "./pareto-likelihood.ts";
import type { LogNormalBelief } from "./prior.ts";
import { withBeliefs } from "./prior.ts";
import { plausiblePoints } from "./plausible-points.ts";
import { covarianceOfLogs, standardErrorsOf } from "./standard-errors.ts";
import type { PlausibleModel } from "../forecast/orders-within.ts";

/** A model with its parameters in the columns' time unit, and what is known about them. */
export interface FittedOrderModel {
  model: OrderModel;
  /** The plain log-likelihood, without the prior. */
  logLikelihood: number;
  /** By parameter; null where the data do not say (see `standardErrorsOf`). */
  standardErrors: Record<string, number | null>;
  /** Parameters that ran to the end of their range, as a and b do when nobody ever stops. */
  atBound: string[];
  /** Models that the data allow about as well, which stand for what is not known about the parameters. */
  plausible: PlausibleModel[];
  customers: number;
  distinctHistories: number;
}

export interface FitSettings {
  /** In the order of the model's parameters; none gives the plain maximum of the likelihood. */
  beliefs?: readonly LogNormalBelief[];
}

const parameterNames: Record<OrderModelKind, readonly string[]> = {
  "bg-nbd": ["r", "alpha", "a", "b"],
  "mbg-nbd": ["r", "alpha", "a", "b"],
  "mbg-cnbd-k": ["r", "alpha", "a", "b"],
  "pareto-nbd": ["r", "alpha", "s", "beta"],
};

/** Beyond e^16 a parameter is infinite for every purpose, below e^−16 it is 0; times are at most 1 here. */
const bounds = {
  least: Array.from({ length: 4 }, () => -16),
  most: Array.from({ length: 4 }, () => 16),
};

/** Every start is tried on so many customers at most, and only the tops found there on all; Pareto/NBD integrates. */
const customersToStart: Record<OrderModelKind, number> = {
  "bg-nbd": 20_000,
  "mbg-nbd": 20_000,
  "mbg-cnbd-k": 20_000,
  "pareto-nbd": 1_000,
};
/** k is looked for up to here, and no further than three past the best. */
const mostSteps = 12;
/** A likelihood higher by less than this is rounding, as when nobody ever came back. */
const leastGain = 1e-6;

/**
 * The parameters under which the histories are most likely (or, with beliefs, most probable). For `mbg-cnbd-k` k is the
 * one of 1 … 12 with the highest likelihood, and the columns need `logGaps`.
 *
 * The result does not depend on the time unit: parameters of time scale with it, the others stay.
 *
 * Example: see `fit-orders.test.ts`, which holds it against every published fit of the CDNOW customers.
 */
export function fitOrders(
  kind: OrderModelKind,
  columns: HistoryColumns,
  settings: FitSettings = {},
): FittedOrderModel {
  const data = collapseHistories(columns);
  const enough = customersToStart[kind];
  const sample = data.weight.length > enough ? collapseHistories(columns, enough) : null;
  if (kind !== "mbg-cnbd-k") {
    return describeFit(kind, 1, data, findSummit(kind, 1, data, sample, settings));
  }
  let best: Found | null = null;
  let bestSteps = 1;
  for (let k = 1; k <= mostSteps && k <= bestSteps + 3; k++) {
    const found = findSummit(kind, k, data, sample, settings, best?.summit.theta);
    if (best === null || found.summit.value > best.summit.value + leastGain)
      [best, bestSteps] = [found, k];
  }
  return describeFit(kind, bestSteps, data, best ?? findSummit(kind, 1, data, sample, settings));
}

interface Found {
  summit: Summit;
  likelihood: Objective;
  objective: Objective;
}

function findSummit(
  kind: OrderModelKind,
  k: number,
  data: CollapsedHistories,
  sample: CollapsedHistories | null,
  settings: FitSettings,
  nearby?: readonly number[],
): Found {
  const likelihood = likelihoodOf(kind, k, data);
  const objective = believing(likelihood, k, data, settings);
  const starts = listOrderStarts(kind, k, sample ?? data);
  if (nearby !== undefined) {
    const [r = 0, alpha = 0, ...rest] = nearby;
    starts.unshift([r, alpha - Math.log(k / Math.max(1, k - 1)), ...rest]);
  }
  if (sample === null) {
    return { likelihood, objective, summit: highest(climbFromMany(objective, starts, bounds)) };
  }
  const sampled = believing(likelihoodOf(kind, k, sample), k, sample, settings);
  const ratio = data.customers / sample.customers;
  const summits = climbFromMany(sampled, starts, bounds).map((top) =>
    climb(objective, {
      ...bounds,
      // Both count times in their own largest; the same parameters have other values there.
      start: top.theta.map((one, index) =>
        isTime(kind, index) ? one + Math.log(sample.timeUnit / data.timeUnit) : one,
      ),
      curvature: top.curvature.map((row) => row.map((one) => one * ratio)),
      mostRounds: 200,
    }),
  );
  return { likelihood, objective, summit: highest(summits) };
}

function highest(summits: readonly Summit[]): Summit {
  return summits.reduce((best, summit) => (summit.value > best.value ? summit : best));
}

function likelihoodOf(kind: OrderModelKind, k: number, data: CollapsedHistories): Objective {
  return kind === "pareto-nbd"
    ? paretoLikelihood(data)
    : betaGeometricLikelihood(data, { stopsAfterFirst: kind !== "bg-nbd", k });
}

function believing(
  likelihood: Objective,
  k: number,
  data: CollapsedHistories,
  { beliefs }: FitSettings,
): Objective {
  if (beliefs === undefined) return likelihood;
  const believed = withBeliefs(
    likelihood,
    beliefs.map(({ median, logSpread, isTime: time }) => ({
      // alpha belongs to a step of a gap, and k steps make one.
      logMedian: Math.log(time === true ? (k * median) / data.timeUnit : median),
      logSpread,
    })),
  );
  // Regular rhythms are the rarer the more regular; a handful of gaps must not look like clockwork.
  return (theta, gradient) => believed(theta, gradient) - Math.log(k);
}

/** α and β are times, the other parameters bare numbers. */
function isTime(kind: OrderModelKind, index: number): boolean {
  return index === 1 || (kind === "pareto-nbd" && index === 3);
}

function describeFit(
  kind: OrderModelKind,
  k: number,
  data: CollapsedHistories,
  { summit, likelihood, objective }: Found,
): FittedOrderModel {
  const names = parameterNames[kind];
  const covariance = covarianceOfLogs(objective, summit);
  const logErrors = standardErrorsOf(covariance, names.length);
  const inOwnUnits = (theta: readonly number[]) =>
    theta.map((one, index) => Math.exp(one) * (isTime(kind, index) ? data.timeUnit : 1));
  const values = inOwnUnits(summit.theta);
  const points = plausiblePoints(summit.theta, covariance);
  const plain = likelihood(summit.theta, new Float64Array(4));
  return {
    model: buildModel(kind, k, values),
    logLikelihood: plain - data.totalRepeats * Math.log(data.timeUnit),
    standardErrors: Object.fromEntries(
      names.map((name, index) => {
        const error = logErrors[index] ?? null;
        return [name, error === null ? null : error * (values[index] ?? 0)];
      }),
    ),
    plausible: points.map((theta) => ({
      model: buildModel(kind, k, inOwnUnits(theta)),
      weight: 1 / points.length,
    })),
    atBound: names.filter((_, index) => summit.atBound[index] === true),
    customers: data.customers,
    distinctHistories: data.weight.length,
  };
}

function buildModel(kind: OrderModelKind, k: number, values: readonly number[]): OrderModel {
  const [r = 1, alpha = 1, third = 1, fourth = 1] = values;
  switch (kind) {
    case "pareto-nbd":
      return { kind, r, alpha, s: third, beta: fourth };
    case "mbg-cnbd-k":
      return { kind, k, r, alpha, a: third, b: fourth };
    default:
      return { kind, r, alpha, a: third, b: fourth };
  }
}
