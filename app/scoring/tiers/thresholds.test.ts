import { describe, expect, test } from "vitest";
import { measure } from "../metrics.ts";
import { defaultProgram, parseProgram } from "../program/program.ts";
import { scoreBase } from "../score-base.ts";
import { frameOf } from "../testing/random-shops.ts";
import { explainTier } from "./explain-tier.ts";
import { meets, readMetric, thresholdsOf } from "./thresholds.ts";

const orders = [0, 1, 2].map((index) => ({
  customer: 0,
  day: 990 + index,
  netMinor: index === 0 ? 3334 : 3333,
}));

describe("thresholds", () => {
  const metrics = measure(frameOf(1, orders), 1000, 365);

  test("compare an average without rounding it: three orders of 100.00 are 33.33 each, not 33.34", () => {
    expect(meets({ metric: "averageOrder", bound: 3333 }, metrics, 0)).toBe(true);
    expect(meets({ metric: "averageOrder", bound: 3334 }, metrics, 0)).toBe(false);
    expect(readMetric("averageOrder", metrics, 0)).toBe(3333);
  });

  test.each([
    ["spend", 10_000],
    ["windowSpend", 10_000],
    ["orders", 3],
    ["windowOrders", 3],
  ] as const)("of %s include their bound", (metric, bound) => {
    expect(meets({ metric, bound }, metrics, 0)).toBe(true);
    expect(meets({ metric, bound: bound + 1 }, metrics, 0)).toBe(false);
  });

  test("of recency are the days at most", () => {
    expect(meets({ metric: "recencyDays", bound: 8 }, metrics, 0)).toBe(true);
    expect(meets({ metric: "recencyDays", bound: 7 }, metrics, 0)).toBe(false);
  });

  test.each([
    ["GBP", "500.00", 50_000],
    ["JPY", "500", 500],
    ["KWD", "1.5", 1500],
  ])("in %s are minor units of that currency", (currency, amount, bound) => {
    const tiers = [
      { key: "a", name: "A", when: { spendAtLeast: amount } },
      { key: "b", name: "B" },
    ];
    const program = {
      ...defaultProgram,
      currency,
      tiersBy: { kind: "thresholds" as const },
      tiers,
    };
    expect(thresholdsOf(program)).toEqual([[{ metric: "spend", bound }], []]);
  });
});

describe("explainTier", () => {
  const explain = (input: object) => {
    const parsed = parseProgram(input);
    if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
    const { program } = parsed;
    const { metrics, scores, calibration } = scoreBase(frameOf(1, orders), 1000, program);
    return explainTier(metrics, scores, 0, calibration, program);
  };

  test("names every condition of a tier with the actual number and whether it holds", () => {
    const tiers = [
      { key: "a", name: "A", when: { ordersAtLeast: 3, recencyDaysAtMost: 5 } },
      { key: "b", name: "B" },
    ];
    const reason = explain({ tiersBy: { kind: "thresholds" }, tiers });
    expect(reason).toMatchObject({ tierKey: "b", toNextE4: null, toLosingE4: null });
    expect(reason?.tiers[0]?.conditions).toEqual([
      { metric: "orders", bound: 3, actual: 3, holds: true },
      { metric: "recencyDays", bound: 5, actual: 8, holds: false },
    ]);
  });
});
