import { randomLcg } from "d3-random";
import { describe, expect, test } from "vitest";
import { industryKeys } from "../../industry.ts";
import { ordersWithin } from "../forecast/orders-within.ts";
import { fitOrders } from "./fit-orders.ts";
import { fitShop } from "./fit-shop.ts";
import { industryBeliefs, spendBeliefs } from "./industry-beliefs.ts";

/** Every third customer comes back, some more often; a year, in days. */
function shopOf(customers: number) {
  const random = randomLcg(12);
  const repeats = Array.from({ length: customers }, (_, index) =>
    index % 3 === 0 ? 1 + Math.floor(4 * random()) : 0,
  );
  const observed = repeats.map(() => 30 + Math.floor(335 * random()));
  const lastAt = repeats.map((count, index) =>
    count === 0 ? 0 : Math.ceil((observed[index] ?? 0) * (0.2 + 0.8 * random())),
  );
  const histories = { repeats, lastAt, observed };
  const spend = {
    orders: repeats.map((count) => count + 1),
    meanSpend: repeats.map(() => 20 + 60 * random()),
  };
  return { histories, spend };
}

const settings = { industry: "general", unitDays: 1 } as const;

describe("fitShop", () => {
  test("says what is missing", () => {
    const { histories, spend } = shopOf(12);
    histories.repeats = histories.repeats.map((_, index) => (index < 2 ? 1 : 0));
    expect(fitShop(histories, spend, settings)).toEqual({
      kind: "not-enough-history",
      missing: { customers: 18, returningCustomers: 3 },
    });
    expect(
      fitShop(
        { repeats: [], lastAt: [], observed: [], logGaps: [] },
        { orders: [], meanSpend: [] },
        settings,
      ),
    ).toEqual({
      kind: "not-enough-history",
      missing: { customers: 30, returningCustomers: 5, observedTime: 30 },
    });
  });

  test.each(industryKeys)("thirty customers get a sensible answer in %s", (industry) => {
    const { histories, spend } = shopOf(30);
    const fitted = fitShop(histories, spend, { industry, unitDays: 1 });
    if (fitted.kind !== "fitted") throw new Error("thirty customers are enough");
    expect(fitted.leansOnIndustry).toBe(true);
    expect(fitted.orders.atBound).toEqual([]);
    const { expected, low, high } = ordersWithin(
      [{ model: fitted.orders.model, weight: 1 }],
      { repeats: 2, lastAt: 200, observed: 300 },
      365,
      0.8,
    );
    expect(expected).toBeGreaterThan(0.2);
    expect(expected).toBeLessThan(8);
    expect([low <= expected, expected <= high]).toEqual([true, true]);
  });

  test("what is not known about the parameters makes a small shop's intervals no narrower", () => {
    const { histories, spend } = shopOf(30);
    const fitted = fitShop(histories, spend, settings);
    if (fitted.kind !== "fitted") throw new Error("thirty customers are enough");
    const { model, plausible } = fitted.orders;
    const history = { repeats: 4, lastAt: 280, observed: 300 };
    const sure = ordersWithin([{ model, weight: 1 }], history, 365, 0.95);
    const honest = ordersWithin(plausible, history, 365, 0.95);
    expect(plausible.length).toBe(8);
    expect(honest.high - honest.low).toBeGreaterThanOrEqual(sure.high - sure.low);
  });

  test("the prior fades as the base grows", () => {
    const distances = [60, 600, 6000].map((customers) => {
      const { histories, spend } = shopOf(customers);
      const plain = fitOrders("mbg-nbd", histories);
      const fitted = fitShop(histories, spend, { ...settings, kind: "mbg-nbd" });
      if (fitted.kind !== "fitted") throw new Error("these are enough");
      return (plain.logLikelihood - fitted.orders.logLikelihood) / customers;
    });
    const [small = 0, middle = 0, large = 0] = distances;
    expect(small).toBeGreaterThan(middle);
    expect(middle).toBeGreaterThan(large);
    expect(large).toBeLessThan(2e-3);
  });

  test("spend is absent when nobody paid", () => {
    const { histories } = shopOf(40);
    const free = { orders: histories.repeats, meanSpend: histories.repeats.map(() => 0) };
    expect(fitShop(histories, free, settings)).toMatchObject({ kind: "fitted", spend: null });
  });
});

describe("industry starting points", () => {
  test("general, in days and in weeks", () => {
    const medians = (unitDays: number) =>
      industryBeliefs("general", unitDays).map(({ median }) => median);
    expect(medians(1)).toEqual([0.8, 72, 0.7, 1.3]);
    expect(medians(7)[1]).toBeCloseTo(72 / 7, 12);
  });

  test("spend keeps the shop's own mean", () => {
    const [p = 0, q = 0, v = 0] = spendBeliefs(40).map(({ median }) => median);
    expect([p, q, v, (p * v) / (q - 1)]).toEqual([4, 4, 30, 40]);
  });
});
