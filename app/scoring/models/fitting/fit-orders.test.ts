import { randomBeta, randomGamma, randomLcg } from "d3-random";
import { describe, expect, test } from "vitest";
import type { OrderModelKind } from "../order-models/order-model.ts";
import { orderModelKinds } from "../order-models/order-model.ts";
import { betaGeometricLikelihood } from "./beta-geometric-likelihood.ts";
import { climb } from "./climb.ts";
import { collapseHistories } from "./collapse-histories.ts";
import { fitOrders } from "./fit-orders.ts";
import type { HistoryColumns } from "./history-columns.ts";
import { paretoLikelihood } from "./pareto-likelihood.ts";
import { listStages } from "./stages.ts";

interface ShopShape {
  r: number;
  alpha: number;
  a: number;
  b: number;
  k: number;
  customers: number;
  observed: number;
}

/** Customers with Erlang-k gaps who may stop after each order, on whole days; a = 0: nobody stops. */
function simulate({ r, alpha, a, b, k, customers, observed }: ShopShape, seed: number) {
  const random = randomLcg(seed);
  const columns = {
    repeats: [] as number[],
    lastAt: [] as number[],
    observed: [] as number[],
    logGaps: [] as number[],
  };
  for (let customer = 0; customer < customers; customer++) {
    const rate = randomGamma.source(random)(r, 1 / alpha)();
    const chance = a === 0 ? 0 : randomBeta.source(random)(a, b)();
    const end = Math.ceil(observed * (0.5 + random() / 2));
    let [at, lastDay, repeats, logGaps] = [0, 0, 0, 0];
    while (random() >= chance) {
      at += randomGamma.source(random)(k, 1 / rate)();
      const day = Math.max(lastDay + 1, Math.round(at));
      if (day > end) break;
      logGaps += Math.log(day - lastDay);
      repeats++;
      lastDay = day;
    }
    columns.repeats.push(repeats);
    columns.lastAt.push(lastDay);
    columns.observed.push(end);
    columns.logGaps.push(logGaps);
  }
  return columns;
}

const typical: ShopShape = {
  r: 0.6,
  alpha: 40,
  a: 0.8,
  b: 1.6,
  k: 1,
  customers: 400,
  observed: 365,
};
const shapes: [string, ShopShape][] = [
  ["an ordinary shop", typical],
  ["a regular rhythm", { ...typical, r: 3, alpha: 20, k: 6, customers: 250 }],
  ["most stop at once", { ...typical, a: 3, b: 1 }],
  ["nobody stops", { ...typical, a: 0, customers: 300 }],
  ["all or nothing", { ...typical, a: 0.05, b: 0.05, customers: 300 }],
  ["all customers alike", { ...typical, r: 200, alpha: 6000, customers: 250 }],
  ["hardly anybody comes back", { ...typical, r: 0.02, alpha: 30 }],
  ["thirty customers", { ...typical, customers: 30 }],
];

/** The best of many climbs from anywhere. */
function findBestByForce(kind: OrderModelKind, columns: HistoryColumns, k: number): number {
  const data = collapseHistories(columns);
  const likelihood =
    kind === "pareto-nbd"
      ? paretoLikelihood(data)
      : betaGeometricLikelihood(data, { stopsAfterFirst: kind !== "bg-nbd", k });
  const random = randomLcg(7);
  const tries = kind === "pareto-nbd" ? 2 : 10;
  const tops = Array.from({ length: tries }, () => {
    const start = [6, 8, 9, 9].map((width) => width * random() - 5);
    const bounds = { least: start.map(() => -16), most: start.map(() => 16) };
    return climb(likelihood, { ...bounds, start, mostRounds: 80 }).value;
  });
  return Math.max(...tops) - data.totalRepeats * Math.log(data.timeUnit);
}

describe.each(shapes)("fitOrders: %s", (_, shape) => {
  const columns = simulate(shape, 11);

  test.each(orderModelKinds)(
    "%s reaches the best that climbing from anywhere finds",
    { timeout: 60_000 },
    (kind) => {
      const fitted = fitOrders(kind, columns);
      const k = fitted.model.kind === "mbg-cnbd-k" ? fitted.model.k : 1;
      expect(fitted.logLikelihood).toBeGreaterThan(findBestByForce(kind, columns, k) - 1e-5);
      for (const value of Object.values(fitted.model)) expect(value).not.toBeNaN();
      for (const error of Object.values(fitted.standardErrors)) expect(error).not.toBeNaN();
    },
  );
});

describe("fitOrders", () => {
  test("finds the regularity that the gaps have", () => {
    const columns = simulate({ ...typical, r: 3, alpha: 20, k: 4, customers: 400 }, 5);
    expect(fitOrders("mbg-cnbd-k", columns).model).toMatchObject({ kind: "mbg-cnbd-k", k: 4 });
  });

  test.each(orderModelKinds)("%s does not depend on the unit of time", (kind) => {
    const columns = simulate({ ...typical, customers: 250 }, 3);
    const days = fitOrders(kind, columns);
    for (const unit of [1 / 7, 30, 86_400]) {
      const scaled = fitOrders(kind, {
        repeats: columns.repeats,
        lastAt: columns.lastAt.map((time) => time * unit),
        observed: columns.observed.map((time) => time * unit),
        logGaps: columns.logGaps.map(
          (sum, customer) => sum + (columns.repeats[customer] ?? 0) * Math.log(unit),
        ),
      });
      const repeats = columns.repeats.reduce((sum, count) => sum + count, 0);
      expect(scaled.logLikelihood + repeats * Math.log(unit)).toBeCloseTo(days.logLikelihood, 6);
      expect(scaled.model.alpha / unit / days.model.alpha).toBeCloseTo(1, 5);
      expect(scaled.model.r / days.model.r).toBeCloseTo(1, 5);
    }
  });

  test("does not depend on the order of the customers", () => {
    const columns = simulate({ ...typical, customers: 200 }, 4);
    const reversed = {
      repeats: columns.repeats.toReversed(),
      lastAt: columns.lastAt.toReversed(),
      observed: columns.observed.toReversed(),
    };
    const fitted = fitOrders("mbg-nbd", reversed);
    expect(fitted.logLikelihood).toBeCloseTo(fitOrders("mbg-nbd", columns).logLikelihood, 8);
  });

  test("says so when nobody ever stops", () => {
    const fitted = fitOrders(
      "mbg-nbd",
      simulate({ ...typical, a: 0, r: 3, alpha: 60, customers: 300 }, 8),
    );
    expect(fitted.atBound.length).toBeGreaterThan(0);
    expect(Object.values(fitted.standardErrors)).toContain(null);
  });

  test.each(orderModelKinds)(
    "%s is finite when nobody ever came back, or nothing was observed",
    (kind) => {
      const none = { repeats: [0, 0, 0], lastAt: [0, 0, 0], logGaps: [0, 0, 0] };
      for (const observed of [
        [10, 20, 30],
        [0, 0, 0],
      ]) {
        const fitted = fitOrders(kind, { ...none, observed });
        expect(fitted.logLikelihood).toBeCloseTo(0, 3);
        for (const value of Object.values(fitted.model)) expect(value).not.toBeNaN();
      }
    },
  );

  test("a hundred thousand orders of one customer do no harm", () => {
    const columns = simulate({ ...typical, customers: 100 }, 9);
    const one = {
      repeats: [...columns.repeats, 100_000],
      lastAt: [...columns.lastAt, 364.9],
      observed: [...columns.observed, 365],
    };
    for (const kind of ["bg-nbd", "mbg-nbd", "pareto-nbd"] as const) {
      expect(Number.isFinite(fitOrders(kind, one).logLikelihood)).toBe(true);
    }
  });

  test(
    "a large base, fitted in stages, ends where a climb over all of it does",
    { timeout: 60_000 },
    () => {
      const columns = simulate({ ...typical, customers: 12_000 }, 10);
      const staged = fitOrders("mbg-nbd", columns);
      const all = collapseHistories(columns);
      const start = [Math.log(0.6), Math.log(40 / all.timeUnit), Math.log(0.8), Math.log(1.6)];
      const bounds = { least: start.map(() => -16), most: start.map(() => 16) };
      const likelihood = betaGeometricLikelihood(all, { stopsAfterFirst: true, k: 1 });
      const top = climb(likelihood, { ...bounds, start, mostRounds: 100 });
      const value = top.value - all.totalRepeats * Math.log(all.timeUnit);
      expect(staged.logLikelihood).toBeCloseTo(value, 6);
      expect(staged.model.r).toBeCloseTo(Math.exp(top.theta[0] ?? 0), 6);
    },
  );
});

test("a base of 100,000 different histories is fitted on 1,000, on every third and on all of them", () => {
  const observed = Float64Array.from({ length: 100_000 }, (_, customer) => 1 + customer);
  const repeats = new Float64Array(observed.length);
  const stages = listStages("mbg-nbd", { repeats, lastAt: repeats, observed });
  expect(stages.map(({ weight }) => weight.length)).toEqual([1000, 33_334, 100_000]);
});
