import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastLessForQuintile, quintileOf } from "./quintile.ts";

describe("quintileOf", () => {
  test.each([
    [83, 100, 5],
    [39, 100, 2],
    [19, 100, 1],
    [20, 100, 2],
    [0, 1, 1],
    [0, 4338, 1],
    [4337, 4338, 5],
  ])("scores %i worse of %i as %i", (less, customerCount, score) => {
    expect(quintileOf(less, customerCount)).toBe(score);
  });

  test("keeps at 5 whoever is better than everybody of the calibration", () => {
    expect(quintileOf(100, 100)).toBe(5);
  });

  test("scores the first customer of an empty base as 1", () => {
    expect(quintileOf(0, 0)).toBe(1);
  });

  test("is floor(5 less / n) exactly, for bases of any size", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 49 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (customerCount, share) => {
          const less = Math.min(customerCount - 1, Math.floor(share * customerCount));
          expect(quintileOf(less, customerCount)).toBe(
            1 + Number((5n * BigInt(less)) / BigInt(customerCount)),
          );
        },
      ),
    );
  });

  test("starts each score at leastLessForQuintile and not one customer earlier", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 2, max: 5 }),
        (customerCount, score) => {
          const least = leastLessForQuintile(score, customerCount);
          expect(quintileOf(least, customerCount)).toBeGreaterThanOrEqual(score);
          expect(quintileOf(least - 1, customerCount)).toBeLessThan(score);
        },
      ),
    );
  });
});
