import type { HistoryColumns } from "../fitting/history-columns.ts";
import type { Interpolant } from "../numeric/chebyshev.ts";
import { interpolate, valueAt } from "../numeric/chebyshev.ts";
import { aliveExpectedOrders } from "../order-models/alive-expected-orders.ts";
import { pAlive } from "../order-models/alive.ts";
import { expectedOrders } from "../order-models/expected-orders.ts";
import type { BetaGeometricModel, OrderModel } from "../order-models/order-model.ts";
import { chancesToStop, gapStepsOf } from "../order-models/order-model.ts";

/** Columns as long as the histories'. */
export interface ManyForecasts {
  expectedOrders: Float64Array;
  pAlive: Float64Array;
}

/** Enough for twelve digits when T ranges over a factor of a hundred. */
const nodeCount = 30;
/** For fewer customers the nodes cost more than they save. */
const leastCustomers = 2 * nodeCount;

/**
 * E[Y(h)] and P(alive) of many customers. For BG/NBD and MBG/NBD E[Y(h) | alive] depends on x and T alone and is smooth in
 * ln(α + T), so it is worked out at thirty T per x and interpolated, to about twelve digits; P(alive) is a closed form.
 * The other models go customer by customer.
 *
 * Example: equal to `expectedOrders` and `pAlive` of each.
 */
export function forecastMany(
  model: OrderModel,
  columns: HistoryColumns,
  horizon: number,
): ManyForecasts {
  const count = columns.repeats.length;
  const forecasts = { expectedOrders: new Float64Array(count), pAlive: new Float64Array(count) };
  if (model.kind === "pareto-nbd" || gapStepsOf(model) > 1) {
    for (let customer = 0; customer < count; customer++) {
      const history = historyAt(columns, customer);
      forecasts.pAlive[customer] = pAlive(model, history);
      forecasts.expectedOrders[customer] = expectedOrders(model, history, horizon);
    }
    return forecasts;
  }
  fillBetaGeometric(forecasts, model, columns, horizon);
  return forecasts;
}

function fillBetaGeometric(
  forecasts: ManyForecasts,
  model: BetaGeometricModel,
  { repeats, lastAt, observed }: HistoryColumns,
  horizon: number,
): void {
  const { r, alpha, a, b } = model;
  const byRepeats = groupByRepeats(repeats, observed);
  const stopOdds = byRepeats.map((_, x) => {
    const chances = chancesToStop(model, x);
    return chances === 0 ? 0 : a / (b + (chances - 1));
  });
  const curves = byRepeats.map(({ customers, least, most }, x) =>
    customers < leastCustomers ? null : curveOf(model, x, least, most, horizon),
  );
  for (let customer = 0; customer < repeats.length; customer++) {
    const x = repeats[customer] ?? 0;
    const last = lastAt[customer] ?? 0;
    const end = observed[customer] ?? 0;
    const silent = (r + x) * Math.log1p((end - last) / (alpha + last));
    const alive = 1 / (1 + (stopOdds[x] ?? 0) * Math.exp(silent));
    const curve = curves[x] ?? null;
    forecasts.pAlive[customer] = alive;
    forecasts.expectedOrders[customer] =
      alive *
      (curve === null
        ? aliveExpectedOrders(model, { repeats: x, lastAt: last, observed: end }, horizon)
        : valueAt(curve, Math.log(alpha + end)));
  }
}

/** E[Y(h) | alive] as a function of ln(α + T). */
function curveOf(
  model: BetaGeometricModel,
  repeats: number,
  least: number,
  most: number,
  horizon: number,
): Interpolant {
  const { alpha } = model;
  const expectedAt = (logTime: number) =>
    aliveExpectedOrders(
      model,
      { repeats, lastAt: 0, observed: Math.exp(logTime) - alpha },
      horizon,
    );
  return interpolate(expectedAt, Math.log(alpha + least), Math.log(alpha + most), nodeCount);
}

interface RepeatGroup {
  customers: number;
  /** Shortest and longest time observed. */
  least: number;
  most: number;
}

/** By number of repeats: how many have it, and between which times observed they lie. */
function groupByRepeats(repeats: ArrayLike<number>, observed: ArrayLike<number>): RepeatGroup[] {
  const groups: RepeatGroup[] = [];
  for (let customer = 0; customer < repeats.length; customer++) {
    const end = observed[customer] ?? 0;
    const x = repeats[customer] ?? 0;
    while (groups.length <= x) groups.push({ customers: 0, least: Infinity, most: 0 });
    const group = groups[x];
    if (group === undefined) continue;
    group.customers++;
    if (end < group.least) group.least = end;
    if (end > group.most) group.most = end;
  }
  return groups;
}

function historyAt({ repeats, lastAt, observed }: HistoryColumns, customer: number) {
  return {
    repeats: repeats[customer] ?? 0,
    lastAt: lastAt[customer] ?? 0,
    observed: observed[customer] ?? 0,
  };
}
