import { climbFromMany } from "./multi-start.ts";
import type { CollapsedSpend } from "./gamma-gamma-likelihood.ts";
import { gammaGammaLikelihood } from "./gamma-gamma-likelihood.ts";
import type { LogNormalBelief } from "./prior.ts";
import { withBeliefs } from "./prior.ts";
import { covarianceOfLogs, standardErrorsOf } from "./standard-errors.ts";
import type { GammaGamma } from "../spend/gamma-gamma.ts";

/** Mean spend of many customers; those with no order averaged or nothing spent say nothing and are left out. */
export interface SpendColumns {
  /** n: orders averaged. */
  orders: ArrayLike<number>;
  /** m: their mean, in any money unit. */
  meanSpend: ArrayLike<number>;
}

export interface FittedSpendModel {
  model: GammaGamma;
  logLikelihood: number;
  standardErrors: Record<string, number | null>;
  atBound: string[];
  customers: number;
}

const names = ["p", "q", "v"] as const;
const bounds = { least: [-16, -16, -40], most: [18, 18, 20] };

/**
 * The Gamma-Gamma parameters under which the mean spends are most likely. The money unit does not matter: v scales with it,
 * p and q stay. When prices hardly vary p runs to the end of its range, which `atBound` says. Null when nobody spent
 * anything.
 *
 * Example: see `fit-spend.test.ts`: CDNOW's 946 repeat buyers give 6.25, 3.74, 15.44 (Fader & Hardie 2013).
 */
export function fitSpend(
  columns: SpendColumns,
  settings: { beliefs?: readonly LogNormalBelief[] } = {},
): FittedSpendModel | null {
  const data = collapseSpend(columns);
  if (data.customers === 0) return null;
  const likelihood = gammaGammaLikelihood(data);
  const objective =
    settings.beliefs === undefined
      ? likelihood
      : withBeliefs(
          likelihood,
          settings.beliefs.map(({ median, logSpread }, index) => ({
            logMedian: Math.log(index === 2 ? median / data.moneyUnit : median),
            logSpread,
          })),
        );
  const [summit] = climbFromMany(objective, listSpendStarts(), bounds);
  if (summit === undefined) return null;
  const logErrors = standardErrorsOf(covarianceOfLogs(objective, summit), names.length);
  const [p = 1, q = 1, scaledV = 1] = summit.theta.map(Math.exp);
  const values = [p, q, scaledV * data.moneyUnit];
  return {
    model: { p, q, v: scaledV * data.moneyUnit },
    logLikelihood:
      likelihood(summit.theta, new Float64Array(3)) - data.customers * Math.log(data.moneyUnit),
    standardErrors: Object.fromEntries(
      names.map((name, index) => {
        const error = logErrors[index] ?? null;
        return [name, error === null ? null : error * (values[index] ?? 0)];
      }),
    ),
    atBound: names.filter((_, index) => summit.atBound[index] === true),
    customers: data.customers,
  };
}

/** Mean spend is about 1 here: p v = q − 1 for spreads between customers from wide to narrow. */
function listSpendStarts(): number[][] {
  return [0.5, 6, 60].flatMap((p) =>
    [1.5, 4, 40].map((q) => [p, q, (q - 1) / p].map((one) => Math.log(one))),
  );
}

function collapseSpend({ orders, meanSpend }: SpendColumns): CollapsedSpend {
  const weights = new Map<string, { orders: number; mean: number; weight: number }>();
  let [customers, total] = [0, 0];
  for (let index = 0; index < orders.length; index++) {
    const count = orders[index] ?? 0;
    const mean = meanSpend[index] ?? 0;
    if (!(count > 0) || !(mean > 0)) continue;
    customers++;
    total += mean;
    const key = `${count} ${mean}`;
    const known = weights.get(key);
    if (known === undefined) weights.set(key, { orders: count, mean, weight: 1 });
    else known.weight++;
  }
  const moneyUnit = customers === 0 ? 1 : total / customers;
  const distinct = [...weights.values()];
  return {
    customers,
    moneyUnit,
    orders: Float64Array.from(distinct, (one) => one.orders),
    meanSpend: Float64Array.from(distinct, ({ mean }) => mean / moneyUnit),
    weight: Float64Array.from(distinct, ({ weight }) => weight),
  };
}
