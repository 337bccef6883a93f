import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medianOf } from "../median.ts";
import type { MeasuredGaps } from "./lateness.ts";
import {
  laterThanPercent,
  levelDaysOf,
  levelOf,
  measureLateness,
  riskLevels,
  shorterPercentOf,
} from "./lateness.ts";

const hundredths = Float64Array.from({ length: 100 }, (_, index) => (index + 1) / 100);
/** Gaps of people whose own rhythm is no matter. */
function gapsOf(...ratio: number[]): MeasuredGaps {
  return {
    ratio: Float64Array.from(ratio),
    shorterPercent: new Float64Array(ratio.length).fill(100),
  };
}

const ratios = fc.array(
  fc.integer({ min: 0, max: 4000 }).map((ratio) => ratio / 100),
  {
    minLength: 100,
    maxLength: 300,
  },
);

describe("lateness", () => {
  test("95 percent of the ratios .01 to 1.00 do not exceed .95", () => {
    const { cuts, isAssumed, gaps } = measureLateness(gapsOf(...hundredths.toReversed()), gapsOf());
    expect(isAssumed).toBe(false);
    expect(gaps).toBe(100);
    expect(cuts[95]).toBe(0.95);
    expect(laterThanPercent(cuts, 0.95)).toBe(94);
    expect(laterThanPercent(cuts, 0.96)).toBe(95);
    expect(laterThanPercent(cuts, 9)).toBe(99);
    expect(laterThanPercent(cuts, 0)).toBe(0);
  });

  test("of fewer than a hundred gaps is that of somebody who buys at random, and marked so", () => {
    const { cuts, isAssumed } = measureLateness(gapsOf(...hundredths.subarray(1)), gapsOf());
    expect(isAssumed).toBe(true);
    expect(cuts[50]).toBeCloseTo(1, 12);
    expect(cuts[75]).toBeCloseTo(2, 12);
  });

  test("counts who came to be that late, and who bought after all", () => {
    const ended = gapsOf(...Array<number>(96).fill(1), 5, 6, 7, 8);
    const { reached, cameBack } = measureLateness(ended, gapsOf(0.5, 6.5, 9));
    expect(cameBack[0]).toBe(100);
    expect(reached[0]).toBe(103);
    const lost = riskLevels.indexOf("lost");
    expect([cameBack[lost], reached[lost]]).toEqual([1, 2]);
  });

  test("is how many percent of the ended gaps were shorter, exactly", () => {
    fc.assert(
      fc.property(ratios, fc.nat(4000), (ended, hundred) => {
        const ratio = hundred / 100;
        const { cuts } = measureLateness(gapsOf(...ended), gapsOf());
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
      fc.property(
        ratios,
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }),
        (ended, ownGaps) => {
          const usualDays = medianOf(ownGaps);
          const { cuts } = measureLateness(gapsOf(...ended), gapsOf());
          const starts = levelDaysOf(cuts, usualDays, ownGaps);
          let before = 0;
          for (let days = 0; days <= Math.max(...starts); days++) {
            const level = levelOf(cuts, days / usualDays, shorterPercentOf(ownGaps, days));
            expect(level).toBeGreaterThanOrEqual(before);
            expect(level).toBe(starts.findLastIndex((start) => days >= start));
            before = level;
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  test("where everybody comes on the day, a day's delay is due and no loss", () => {
    const { cuts } = measureLateness(gapsOf(...new Float64Array(200).fill(1)), gapsOf());
    expect(riskLevels[levelOf(cuts, 30 / 30, 100)]).toBe("on-time");
    expect(riskLevels[levelOf(cuts, 31 / 30, 100)]).toBe("due");
    expect(riskLevels[levelOf(cuts, 60 / 30, 100)]).toBe("lost");
  });
});
