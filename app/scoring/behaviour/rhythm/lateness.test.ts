import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { laterThanPercent, levelDaysOf, levelOf, measureLateness, riskLevels } from "./lateness.ts";

const hundredths = Float64Array.from({ length: 100 }, (_, index) => (index + 1) / 100);
const ratios = fc.array(
  fc.integer({ min: 0, max: 4000 }).map((ratio) => ratio / 100),
  {
    minLength: 100,
    maxLength: 300,
  },
);

describe("lateness", () => {
  test("95 percent of the ratios .01 to 1.00 do not exceed .95", () => {
    const { cuts, isAssumed, gaps } = measureLateness(hundredths.toReversed(), new Float64Array(0));
    expect(isAssumed).toBe(false);
    expect(gaps).toBe(100);
    expect(cuts[95]).toBe(0.95);
    expect(laterThanPercent(cuts, 0.95)).toBe(94);
    expect(laterThanPercent(cuts, 0.96)).toBe(95);
    expect(laterThanPercent(cuts, 9)).toBe(99);
    expect(laterThanPercent(cuts, 0)).toBe(0);
  });

  test("of fewer than a hundred gaps is that of somebody who buys at random, and marked so", () => {
    const { cuts, isAssumed } = measureLateness(hundredths.subarray(1), new Float64Array(0));
    expect(isAssumed).toBe(true);
    expect(cuts[50]).toBeCloseTo(1, 12);
    expect(cuts[75]).toBeCloseTo(2, 12);
  });

  test("counts who came to be that late, and who bought after all", () => {
    const ended = Float64Array.of(...Array<number>(96).fill(1), 5, 6, 7, 8);
    const { reached, cameBack } = measureLateness(ended, Float64Array.of(0.5, 6.5, 9));
    expect(cameBack[0]).toBe(100);
    expect(reached[0]).toBe(103);
    const lost = riskLevels.indexOf("lost");
    expect([cameBack[lost], reached[lost]]).toEqual([1, 2]);
  });

  test("is how many percent of the ended gaps were shorter, exactly", () => {
    fc.assert(
      fc.property(ratios, fc.nat(4000), (ended, hundred) => {
        const ratio = hundred / 100;
        const { cuts } = measureLateness(Float64Array.from(ended), new Float64Array(0));
        const shorter = ended.filter((other) => other < ratio).length;
        expect(laterThanPercent(cuts, ratio)).toBe(
          Math.min(99, Math.floor((100 * shorter) / ended.length)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test("a later day is never a milder level, and each level begins on the day that is said", () => {
    fc.assert(
      fc.property(ratios, fc.integer({ min: 1, max: 400 }), (ended, twiceUsual) => {
        const usualDays = twiceUsual / 2;
        const { cuts } = measureLateness(Float64Array.from(ended), new Float64Array(0));
        const starts = levelDaysOf(cuts, usualDays);
        let before = 0;
        for (let days = 0; days <= Math.max(...starts); days++) {
          const level = levelOf(cuts, days / usualDays);
          expect(level).toBeGreaterThanOrEqual(before);
          expect(level).toBe(starts.findLastIndex((start) => days >= start));
          before = level;
        }
      }),
      { numRuns: 50 },
    );
  });

  test("where everybody comes on the day, a day's delay is due and no loss", () => {
    const { cuts } = measureLateness(new Float64Array(200).fill(1), new Float64Array(0));
    expect(riskLevels[levelOf(cuts, 30 / 30)]).toBe("on-time");
    expect(riskLevels[levelOf(cuts, 31 / 30)]).toBe("due");
    expect(riskLevels[levelOf(cuts, 60 / 30)]).toBe("lost");
  });
});
