import { randomGamma, randomLcg } from "d3-random";
import { describe, expect, test } from "vitest";
import { expectedMeanSpend } from "../spend/gamma-gamma.ts";
import { climb } from "./climb.ts";
import { fitSpend } from "./fit-spend.ts";
import { gammaGammaLikelihood } from "./gamma-gamma-likelihood.ts";

/** Mean spends as Gamma-Gamma makes them. */
function simulate(p: number, q: number, v: number, customers: number, seed: number) {
  const random = randomLcg(seed);
  const orders: number[] = [];
  const meanSpend: number[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const count = 1 + Math.floor(8 * random() ** 3);
    const rate = randomGamma.source(random)(q, 1 / v)();
    orders.push(count);
    meanSpend.push(randomGamma.source(random)(p * count, 1 / (rate * count))());
  }
  return { orders, meanSpend };
}

describe("fitSpend", () => {
  test.each([
    [6, 4, 15],
    [1, 12, 300],
    [60, 2, 1],
    [0.4, 1.3, 9],
  ])("reaches the best that climbing from anywhere finds (p %d, q %d, v %d)", (p, q, v) => {
    const columns = simulate(p, q, v, 500, 3);
    const fitted = fitSpend(columns);
    const likelihood = gammaGammaLikelihood({
      customers: columns.orders.length,
      orders: Float64Array.from(columns.orders),
      meanSpend: Float64Array.from(columns.meanSpend),
      weight: new Float64Array(columns.orders.length).fill(1),
      moneyUnit: 1,
    });
    const random = randomLcg(1);
    const tops = Array.from({ length: 12 }, () => {
      const start = [4, 4, 6].map((width) => width * random() - 1);
      const bounds = { least: [-16, -16, -40], most: [18, 18, 30] };
      return climb(likelihood, { ...bounds, start, mostRounds: 80 }).value;
    });
    expect(fitted?.logLikelihood).toBeGreaterThan(Math.max(...tops) - 1e-6);
    expect(fitted?.atBound).toEqual([]);
    expect(Object.values(fitted?.standardErrors ?? {})).not.toContain(null);
  });

  test("does not depend on the unit of money", () => {
    const columns = simulate(6, 4, 15, 400, 5);
    const pounds = fitSpend(columns);
    const pence = fitSpend({ ...columns, meanSpend: columns.meanSpend.map((mean) => 100 * mean) });
    expect((pence?.model.v ?? 0) / (pounds?.model.v ?? 1)).toBeCloseTo(100, 3);
    expect(pence?.model.p).toBeCloseTo(pounds?.model.p ?? 0, 5);
    expect((pence?.logLikelihood ?? 0) + 400 * Math.log(100)).toBeCloseTo(
      pounds?.logLikelihood ?? 0,
      6,
    );
  });

  test("near-constant prices give a finite answer that says it ran to an end", () => {
    const orders = Array.from({ length: 60 }, (_, index) => 1 + (index % 4));
    const meanSpend = orders.map((_, index) => 20 + (index % 2) * 1e-9);
    const fitted = fitSpend({ orders, meanSpend });
    expect(fitted?.atBound.length).toBeGreaterThan(0);
    const { p = NaN, q = NaN, v = NaN } = fitted?.model ?? {};
    for (const value of [p, q, v]) expect(Number.isFinite(value)).toBe(true);
    expect(expectedMeanSpend({ p, q, v }, 2, 20)).toBeCloseTo(20, 2);
  });

  test("says nothing when nobody spent anything", () => {
    expect(fitSpend({ orders: [0, 3], meanSpend: [10, 0] })).toBeNull();
  });
});

describe("expectedMeanSpend", () => {
  test("the first customer of the paper, at its parameters before rounding", () => {
    const published = { p: 6.2496, q: 3.7442, v: 15.4435 };
    expect(Math.abs((expectedMeanSpend(published, 2, 22.35) ?? NaN) - 24.65)).toBeLessThan(0.01);
  });

  test("lies between the shop's mean and the customer's own, and nearer to the latter with more orders", () => {
    const model = { p: 6, q: 4, v: 15 };
    const shop = expectedMeanSpend(model, 0, 0) ?? NaN;
    const few = expectedMeanSpend(model, 1, 100) ?? NaN;
    const many = expectedMeanSpend(model, 20, 100) ?? NaN;
    expect(shop).toBe(30);
    expect([shop < few, few < many, many < 100]).toEqual([true, true, true]);
  });

  test("without a mean it is the customer's own, or nothing", () => {
    expect(expectedMeanSpend({ p: 0.1, q: 0.5, v: 1 }, 2, 9)).toBe(9);
    expect(expectedMeanSpend({ p: 0.1, q: 0.5, v: 1 }, 0, 0)).toBeNull();
  });
});
