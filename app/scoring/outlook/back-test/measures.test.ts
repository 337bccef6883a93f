import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaUnderCurve } from "./area-under-curve.ts";
import { calibrationBins, calibrationError } from "./calibration-bins.ts";
import { FrameBuilder } from "../../frame-builder.ts";
import { collectPurchaseDays } from "../purchase-days.ts";
import { chooseLowest } from "./choose-lowest.ts";
import { holdOutLastPart } from "./hold-out.ts";
import { logLoss } from "./log-loss.ts";
import { meanAbsoluteError } from "./mean-absolute-error.ts";
import { rankByRecencyAndFrequency } from "./recency-frequency-rank.ts";
import { topTenthShare } from "./top-share.ts";
import { totalBias } from "./total-bias.ts";

/** Orders of 10.00 on these days, customer by customer. */
function frameOf(...days: readonly (readonly number[])[]) {
  const builder = new FrameBuilder();
  for (const [customer, own] of days.entries())
    for (const day of own) builder.add(customer, day, day * 86_400_000, 1000);
  return builder.build(days.length);
}

describe("the worked examples", () => {
  test("the last third of the past is held out, half a year at most, and a month at least", () => {
    expect(holdOutLastPart(frameOf([0]), 300)).toMatchObject({ cutDay: 200, horizonDays: 100 });
    expect(holdOutLastPart(frameOf([0]), 3 * 365)).toMatchObject({ horizonDays: 182 });
    expect(holdOutLastPart(frameOf([0]), 89)).toEqual({
      kind: "not-enough-history",
      missing: { observedTime: 1 },
    });
  });

  test("who bought last and most often is before two others in both", () => {
    const days = collectPurchaseDays(frameOf([1, 90, 95], [2], [3, 50]), 100);
    expect([...rankByRecencyAndFrequency(days)]).toEqual([4, 0, 2]);
  });

  test("mean absolute error and bias", () => {
    expect(meanAbsoluteError([1, 0.5, 0], [2, 0, 0])).toBe(0.5);
    expect(totalBias([1, 0.5, 0], [2, 0, 0])).toBe(-0.25);
    expect(meanAbsoluteError([], [])).toBe(0);
    expect(totalBias([1], [0])).toBeNull();
  });

  test("area under the curve counts equal scores half", () => {
    expect(areaUnderCurve([0.9, 0.8, 0.8, 0.1], [1, 0, 1, 0])).toBe(0.875);
    expect(areaUnderCurve([0.9, 0.1], [1, 1])).toBeNull();
  });

  test("log-loss", () => {
    expect(logLoss([0.8, 0.5], [1, 0])).toBeCloseTo(0.4581, 4);
    expect(logLoss([0], [1])).toBeLessThan(14);
  });

  test("calibration error weighs bins by customers", () => {
    const bins = [
      { customers: 10, predicted: 0.3, actual: 0.4 },
      { customers: 10, predicted: 0.8, actual: 0.8 },
    ];
    expect(calibrationError(bins)).toBeCloseTo(0.05, 12);
    const chances = Array.from({ length: 20 }, (_, index) => (20 - index) / 100);
    expect(calibrationBins(chances, new Float64Array(20))[0]).toMatchObject({
      customers: 2,
      predicted: 0.015,
    });
  });

  test("the first tenth's share of the sales", () => {
    const spent = [60, 5, 5, 5, 5, 5, 5, 5, 5, 0];
    const scores = [10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    expect(topTenthShare(scores, spent)).toBe(0.6);
    expect(topTenthShare(new Float64Array(10), spent)).toBeCloseTo(0.1, 12);
    expect(topTenthShare(scores, new Float64Array(10))).toBeNull();
  });

  test("of equals the more trusted one is chosen", () => {
    expect(chooseLowest([1, 0.9, 0.9], (error) => error)).toBe(0.9);
    const first = { error: 1 };
    expect(chooseLowest([first, { error: 1 }], ({ error }) => error)).toBe(first);
  });
});

test("the area under the curve equals counting all pairs", () => {
  const customers = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), {
    minLength: 2,
    maxLength: 30,
  });
  fc.assert(
    fc.property(customers, (rows) => {
      const positives = rows.filter(([, happened]) => happened);
      const negatives = rows.filter(([, happened]) => !happened);
      let wins = 0;
      for (const [high] of positives)
        for (const [low] of negatives) wins += high > low ? 1 : high === low ? 0.5 : 0;
      const area = areaUnderCurve(
        rows.map(([score]) => score),
        rows.map(([, happened]) => (happened ? 1 : 0)),
      );
      if (positives.length * negatives.length === 0) expect(area).toBeNull();
      else expect(area).toBeCloseTo(wins / (positives.length * negatives.length), 10);
    }),
  );
});
