import { describe, expect, test } from "vitest";
import type { OrderModel } from "../order-models/order-model.ts";
import { expectedOrders } from "../order-models/expected-orders.ts";
import { pBuysWithin } from "../order-models/buys-within.ts";
import { expectedMeanSpend } from "../spend/gamma-gamma.ts";
import { lifetimeValue } from "./lifetime-value.ts";
import { nextOrder } from "./next-order.ts";
import { ordersWithin } from "./orders-within.ts";
import { spendWithin } from "./spend-within.ts";

const bgNbd = {
  kind: "bg-nbd",
  r: 0.2425929,
  alpha: 4.4135316,
  a: 0.7928862,
  b: 2.4257534,
} as const;
const spend = { p: 6.248802, q: 3.744588, v: 15.447748 };
const models: OrderModel[] = [
  bgNbd,
  { kind: "mbg-nbd", r: 0.5, alpha: 6, a: 0.9, b: 1.6 },
  { kind: "mbg-cnbd-k", k: 3, r: 1.2, alpha: 9, a: 0.6, b: 1.9 },
  { kind: "pareto-nbd", r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 },
];
const history = { repeats: 2, lastAt: 30.43, observed: 38.86 };

describe("lifetimeValue", () => {
  // The first two CDNOW customers, 12 months of 4.345 weeks at 1 % a month: lifetimes' customer_lifetime_value on weekly data.
  test.each([
    [2, 30.43, 38.86, 22.35, 36.278496],
    [1, 1.71, 38.86, 11.77, 4.637466],
    [0, 0, 38.86, 0, 8.344093],
  ])("x = %d, t_x = %d", (repeats, lastAt, observed, mean, expected) => {
    const value = expectedMeanSpend(spend, repeats, mean) ?? NaN;
    const plan = { periods: 12, periodLength: 4.345, ratePerPeriod: 0.01 };
    const worth = lifetimeValue(bgNbd, { repeats, lastAt, observed }, value, plan);
    expect(Math.abs(worth / expected - 1)).toBeLessThan(1e-5);
  });

  test("without discount it is the value of the orders expected", () => {
    const plan = { periods: 12, periodLength: 4, ratePerPeriod: 0 };
    expect(lifetimeValue(bgNbd, history, 20, plan)).toBeCloseTo(
      20 * expectedOrders(bgNbd, history, 48),
      10,
    );
  });
});

describe("nextOrder", () => {
  test("MBG/NBD r = α = 1, nothing since: half of those who come have come after 2", () => {
    const model = { kind: "mbg-nbd", r: 1, alpha: 1, a: 1, b: 3 } as const;
    const { medianWait } = nextOrder(model, { repeats: 0, lastAt: 0, observed: 1 });
    expect(medianWait).toBeCloseTo(2, 12);
  });

  test.each(models)("$kind: the waits solve what they are said to solve", (model) => {
    const { pNever, medianWait, evenChanceWait } = nextOrder(model, history);
    expect(pBuysWithin(model, history, medianWait ?? NaN)).toBeCloseTo((1 - pNever) / 2, 10);
    expect(pBuysWithin(model, history, evenChanceWait ?? NaN)).toBeCloseTo(0.5, 10);
  });

  test("somebody who is hardly alive never gets an even chance", () => {
    expect(nextOrder(bgNbd, { repeats: 20, lastAt: 5, observed: 300 }).evenChanceWait).toBeNull();
  });
});

describe("intervals", () => {
  test.each(models)("$kind: hold the mean, and widen with the coverage", (model) => {
    const one = [{ model, weight: 1 }];
    const former = { orders: 2, meanSpend: 22.35 };
    const narrow = ordersWithin(one, history, 39, 0.5);
    const wide = ordersWithin(one, history, 39, 0.95);
    expect(wide.low).toBeLessThanOrEqual(narrow.low);
    expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
    expect(wide.high).toBeGreaterThan(wide.expected);
    const money = spendWithin(one, spend, history, former, 39, 0.95);
    expect(money?.expected).toBeCloseTo(
      wide.expected * (expectedMeanSpend(spend, 2, 22.35) ?? 0),
      10,
    );
    expect(money?.high).toBeGreaterThan(money?.expected ?? 0);
  });

  test("the money of exactly one sure order has the quantiles of one order", () => {
    // Nobody stops and everybody orders at the same rate: 40 orders expected, each of about 30.
    const steady = [
      { model: { kind: "mbg-nbd", r: 1e6, alpha: 1e6, a: 1e-6, b: 1e6 } as const, weight: 1 },
    ];
    const money = spendWithin(
      steady,
      { p: 1e5, q: 1e6, v: 300 },
      history,
      { orders: 0, meanSpend: 0 },
      40,
      0.8,
    );
    expect(money?.expected).toBeCloseTo(1200, 0);
    // Poisson(40): deciles 32 and 48.
    expect((money?.low ?? 0) / 30).toBeCloseTo(32, 0);
    expect((money?.high ?? 0) / 30).toBeCloseTo(48, 0);
  });

  test("a customer who is gone has nothing to come", () => {
    const one = [{ model: bgNbd, weight: 1 }];
    const gone = { repeats: 200, lastAt: 5, observed: 300 };
    expect(ordersWithin(one, gone, 39, 0.8)).toMatchObject({ low: 0, high: 0 });
    expect(spendWithin(one, spend, gone, { orders: 200, meanSpend: 9 }, 39, 0.8)).toMatchObject({
      low: 0,
      high: 0,
    });
  });
});
