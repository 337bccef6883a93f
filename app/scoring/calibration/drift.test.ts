import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultProgram } from "../program/program.ts";
import { scoreBase } from "../score-base.ts";
import { frameOf, randomShops } from "../testing/random-shops.ts";
import { compareCalibrations } from "./drift.ts";

const cutsBp = [8000, 5000];

/** Five customers who bought 0 to 4 weeks ago for 10 to 50. */
function calibrate(moreMinor: number, program = defaultProgram) {
  const orders = [0, 1, 2, 3, 4].map((customer) => ({
    customer,
    day: 1000 - 7 * customer,
    netMinor: 1000 * (customer + 1) + moreMinor,
  }));
  return scoreBase(frameOf(5, orders), 1000, program).calibration;
}

describe("compareCalibrations", () => {
  test("says by how much each score's beginning moved, and whom that concerns", () => {
    const drift = compareCalibrations(calibrate(0), calibrate(1000), cutsBp);
    expect(drift.rankedCustomers).toEqual({ from: 5, to: 5 });
    expect(drift.metrics[2]).toEqual({
      metric: "monetary",
      cutPoints: [
        { score: 2, from: 1001, to: 2001 },
        { score: 3, from: 2001, to: 3001 },
        { score: 4, from: 3001, to: 4001 },
        { score: 5, from: 4001, to: 5001 },
      ],
      scoredLowerBefore: 0,
      scoredHigherBefore: 0.8,
    });
    expect(drift.headline).toMatchObject({ kind: "moved", metric: "monetary", share: 0.8 });
  });

  test("gives recency in days, the best score last", () => {
    const [recency] = compareCalibrations(calibrate(0), calibrate(0), cutsBp).metrics;
    expect(recency?.cutPoints.map(({ to }) => to)).toEqual([27, 20, 13, 6]);
  });

  test("has nothing to compare when the levels were changed", () => {
    const drift = compareCalibrations(
      calibrate(0),
      calibrate(0, { ...defaultProgram, levels: 3 }),
      cutsBp,
    );
    expect([drift.headline, drift.metrics]).toEqual([{ kind: "not-comparable" }, []]);
  });

  test("finds a calibration steady against itself", () => {
    fc.assert(
      fc.property(randomShops, ({ customerCount, orders, asOfDay, program }) => {
        const { calibration } = scoreBase(frameOf(customerCount, orders), asOfDay, program);
        const drift = compareCalibrations(calibration, calibration, cutsBp);
        expect(drift.headline).toEqual({ kind: "steady" });
        for (const { fromE4, toE4 } of drift.values) expect(fromE4).toBe(toE4);
      }),
      { numRuns: 50 },
    );
  });

  test("speaks of shares of the base, whichever two bases are compared", () => {
    fc.assert(
      fc.property(randomShops, randomShops, (a, b) => {
        const [from, to] = [a, b].map(
          ({ customerCount, orders, asOfDay }) =>
            scoreBase(frameOf(customerCount, orders), asOfDay, defaultProgram).calibration,
        );
        if (from === undefined || to === undefined) return;
        for (const { scoredLowerBefore, scoredHigherBefore } of compareCalibrations(
          from,
          to,
          cutsBp,
        ).metrics) {
          expect(Math.min(scoredLowerBefore, scoredHigherBefore)).toBeGreaterThanOrEqual(0);
          expect(scoredLowerBefore + scoredHigherBefore).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
      { numRuns: 50 },
    );
  });
});
