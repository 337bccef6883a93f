import { describe, expect, test } from "vitest";
import { parseProgram } from "../program/program.ts";
import { scoreBase } from "../score-base.ts";
import { frameOf } from "../testing/random-shops.ts";
import { explainRules } from "./explain-rules.ts";

/** Customer n has n orders of n pounds. */
const orders = Array.from({ length: 10 }, (_, customer) =>
  Array.from({ length: customer + 1 }, () => ({
    customer,
    day: 990,
    netMinor: 100 * (customer + 1),
  })),
).flat();

function explain(input: object, customer: number, tier: number) {
  const parsed = parseProgram(input);
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  const { program } = parsed;
  const { metrics, scores, calibration } = scoreBase(frameOf(10, orders), 1000, program);
  return explainRules(metrics, scores, customer, { calibration, program, tier });
}

describe("explainRules", () => {
  const shares = {
    tiers: [
      { key: "core", name: "Core", cutBp: 8000, keepBp: 7000 },
      { key: "growth", name: "Growth", cutBp: 5000 },
      { key: "base", name: "Base", cutBp: 0 },
    ],
  };

  test("has for a ladder by value what stays, which is less than what enters", () => {
    const [inCore] = explain(shares, 8, 0);
    expect(inCore).toMatchObject({ metric: "value", enterNext: null });
    const [inGrowth] = explain(shares, 6, 1);
    expect(inGrowth?.enterNext).toBeGreaterThan(inCore?.stay ?? Infinity);
    expect(inGrowth?.stay).toBeLessThan(inCore?.stay ?? -Infinity);
    expect(inGrowth?.actual).toBeGreaterThan(inGrowth?.stay ?? Infinity);
  });

  test("asks nothing of the lowest tier to stay", () => {
    expect(explain(shares, 0, 2)).toMatchObject([{ metric: "value", stay: null }]);
  });

  test("has every number that either tier asks for", () => {
    const thresholds = {
      currency: "GBP",
      tiersBy: { kind: "thresholds" },
      tiers: [
        { key: "a", name: "A", when: { spendAtLeast: "50.00" } },
        { key: "b", name: "B", when: { ordersAtLeast: 3 }, keepWhen: { ordersAtLeast: 2 } },
        { key: "c", name: "C" },
      ],
    };
    expect(explain(thresholds, 3, 1)).toEqual([
      { metric: "spend", actual: 1600, stay: null, enterNext: 5000 },
      { metric: "orders", actual: 4, stay: 2, enterNext: null },
    ]);
  });
});
