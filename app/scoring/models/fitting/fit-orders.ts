import type { OrderModel, OrderModelKind } from "../order-models/order-model.ts";
import { betaGeometricLikelihood } from "./beta-geometric-likelihood.ts";
import type { Objective, Summit } from "./climb.ts";
import { climb } from "./climb.ts";
import { climbFromMany } from "./multi-start.ts";
import type { CollapsedHistories } from "./collapse-histories.ts";
import type { HistoryColumns } from "./history-columns.ts";
import { listOrderStarts } from "./order-starts.ts";
import { paretoLikelihood } from "./pareto-likelihood.ts";
import type { LogNormalBelief } from "./prior.ts";
import { withBeliefs } from "./prior.ts";
import { plausiblePoints } from "./plausible-points.ts";
import { listStages } from "./stages.ts";
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

/** A factor of e⁸ either way: a top at the end of a range is left again on more customers, if it was chance. */
const roundTripLog = 8;
/** From so many distinct histories on the information is worked out in half the time. */
const largeHistories = 50_000;
/** k is looked for up to here, and no further than three past the best. */
const mostSteps = 12;
/** A likelihood higher by less than this is rounding, as when nobody ever came back. */
const leastGain = 1e-6;

/**
 * The parameters under which the histories are most likely (or, with beliefs, most probable). For `mbg-cnbd-k` k is the
 * one of 1 … 12 with the highest likelihood, and 1 when the columns lack `logGaps`.
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
  const stages = listStages(kind, columns);
  if (kind !== "mbg-cnbd-k") return describeFit(kind, 1, findSummit(kind, 1, stages, settings));
  let best = findSummit(kind, 1, stages, settings);
  let bestSteps = 1;
  // Without the gaps nothing tells one k from another.
  const limit = columns.logGaps === undefined ? 1 : mostSteps;
  for (let k = 2; k <= limit && k <= bestSteps + 3; k++) {
    const found = findSummit(kind, k, stages, settings, best.summit.theta);
    if (found.summit.value <= best.summit.value + leastGain) continue;
    [best, bestSteps] = [found, k];
  }
  return describeFit(kind, bestSteps, best);
}

interface Found {
  data: CollapsedHistories;
  summit: Summit;
  likelihood: Objective;
  objective: Objective;
}

/** From the stage where every start is tried to all customers, each stage from the tops of the one before. */
function findSummit(
  kind: OrderModelKind,
  k: number,
  [first, ...later]: [CollapsedHistories, ...CollapsedHistories[]],
  settings: FitSettings,
  nearby?: readonly number[],
): Found {
  const starts = listOrderStarts(kind, k, first);
  if (nearby !== undefined) {
    const [r = 0, alpha = 0, ...rest] = nearby;
    starts.unshift([r, alpha - Math.log(k / Math.max(1, k - 1)), ...rest]);
  }
  let data = first;
  let likelihood = likelihoodOf(kind, k, data);
  let objective = believing(likelihood, k, data, settings);
  let summits = climbFromMany(objective, starts, bounds);
  for (const stage of later) {
    likelihood = likelihoodOf(kind, k, stage);
    objective = believing(likelihood, k, stage, settings);
    const ratio = stage.customers / data.customers;
    // Each stage counts time in its own longest; the same parameters have other values there.
    const shift = Math.log(data.timeUnit / stage.timeUnit);
    summits = summits.map(({ theta, curvature }) =>
      climb(objective, {
        ...bounds,
        start: theta.map((one, index) => {
          const inside = Math.min(roundTripLog, Math.max(-roundTripLog, one));
          return isTime(kind, index) ? inside + shift : inside;
        }),
        curvature: curvature.map((row) => row.map((one) => one * ratio)),
        mostRounds: 200,
      }),
    );
    data = stage;
  }
  return { data, likelihood, objective, summit: highest(summits) };
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
  { data, summit, likelihood, objective }: Found,
): FittedOrderModel {
  const names = parameterNames[kind];
  const covariance = covarianceOfLogs(objective, summit, data.weight.length > largeHistories);
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
