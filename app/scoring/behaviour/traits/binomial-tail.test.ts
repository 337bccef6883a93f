import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chanceOfAtLeast } from "./binomial-tail.ts";

describe("the chance of at least so many", () => {
  test.each([
    [3, 3, 0.5, 0.125],
    [1, 2, 0.5, 0.75],
    [0, 5, 0.2, 1],
    [6, 5, 0.2, 0],
    [1, 1, 0, 0],
    [5, 5, 1, 1],
    // 1 − Σ_{k<60} C(100,k)/2^100, from exact integers.
    [60, 100, 0.5, 0.02844396682049044],
    [500_001, 1_000_000, 0.5, 0.4996010576],
  ])("%d of %d at %d is %d", (successes, trials, share, expected) => {
    expect(chanceOfAtLeast(successes, trials, share)).toBeCloseTo(expected, 9);
  });

  test("equals the sum of all its terms", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.nat(31),
        fc.integer({ min: 1, max: 99 }),
        (trials, successes, hundredths) => {
          const share = hundredths / 100;
          let sum = 0;
          let choose = 1;
          for (let k = 0; k <= trials; k++) {
            if (k >= successes) sum += choose * share ** k * (1 - share) ** (trials - k);
            choose = (choose * (trials - k)) / (k + 1);
          }
          expect(chanceOfAtLeast(successes, trials, share)).toBeCloseTo(sum, 11);
        },
      ),
    );
  });

  test("is between 0 and 1, falls with the successes and rises with the share", () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        fc.nat(200_000),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (a, b, share) => {
          const trials = Math.max(a, b, 1);
          const successes = Math.min(a, b);
          const chance = chanceOfAtLeast(successes, trials, share);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          expect(chanceOfAtLeast(successes + 1, trials, share)).toBeLessThanOrEqual(chance + 1e-9);
          expect(chanceOfAtLeast(successes, trials, share / 2)).toBeLessThanOrEqual(chance + 1e-9);
        },
      ),
      { numRuns: 200 },
    );
  });
});
