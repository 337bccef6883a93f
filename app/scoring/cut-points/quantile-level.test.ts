import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastLessForLevel, quantileLevelOf } from "./quantile-level.ts";

const levelCounts = fc.constantFrom(3, 4, 5, 10);

describe("quantileLevelOf", () => {
  test.each([
    [83, 100, 5, 5],
    [39, 100, 5, 2],
    [19, 100, 5, 1],
    [20, 100, 5, 2],
    [0, 1, 5, 1],
    [0, 4338, 5, 1],
    [4337, 4338, 5, 5],
    [33, 100, 3, 1],
    [34, 100, 3, 2],
    [75, 100, 4, 4],
    [39, 100, 10, 4],
  ])("scores %i worse of %i among %i levels as %i", (less, customerCount, levels, score) => {
    expect(quantileLevelOf(less, customerCount, levels)).toBe(score);
  });

  test("keeps at the highest whoever is better than everybody of the calibration", () => {
    expect(quantileLevelOf(100, 100, 5)).toBe(5);
  });

  test("scores the first customer of an empty base as 1", () => {
    expect(quantileLevelOf(0, 0, 5)).toBe(1);
  });

  test("is floor(levels · less / n) exactly, for bases of any size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 49 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        levelCounts,
        (customerCount, share, levels) => {
          const less = Math.min(customerCount - 1, Math.floor(share * customerCount));
          expect(quantileLevelOf(less, customerCount, levels)).toBe(
            1 + Number((BigInt(levels) * BigInt(less)) / BigInt(customerCount)),
          );
        },
      ),
    );
  });

  test("starts each score at leastLessForLevel and not one customer earlier", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), levelCounts, (customerCount, levels) => {
        for (let level = 2; level <= levels; level++) {
          const least = leastLessForLevel(level, customerCount, levels);
          expect(quantileLevelOf(least, customerCount, levels)).toBeGreaterThanOrEqual(level);
          expect(quantileLevelOf(least - 1, customerCount, levels)).toBeLessThan(level);
        }
      }),
    );
  });
});
