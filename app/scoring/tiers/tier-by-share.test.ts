import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastLessForTier, tierIndexOf } from "./tier-by-share.ts";

const tiers = [{ cutBp: 8000 }, { cutBp: 5000 }, { cutBp: 0 }];

describe("tierIndexOf", () => {
  test.each([
    [8, 0],
    [7, 1],
    [5, 1],
    [4, 2],
    [0, 2],
  ])("with %i of 10 customers below is tier %i of top 20, middle 30, bottom 50", (less, tier) => {
    expect(tierIndexOf(less, 10, tiers)).toBe(tier);
  });

  test("puts the only customer of a shop into the lowest, also when the base was empty at calibration", () => {
    expect([tierIndexOf(0, 1, tiers), tierIndexOf(0, 0, tiers)]).toEqual([2, 2]);
  });

  test("takes any number of tiers", () => {
    const ten = Array.from({ length: 10 }, (_, index) => ({ cutBp: 9000 - 1000 * index }));
    expect(Array.from({ length: 10 }, (_, less) => tierIndexOf(less, 10, ten))).toEqual([
      9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
    ]);
  });

  test("starts each tier at leastLessForTier and not one customer earlier", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 9999 }),
        (customerCount, cutBp) => {
          const least = leastLessForTier({ cutBp }, customerCount);
          expect(tierIndexOf(least, customerCount, [{ cutBp }, { cutBp: 0 }])).toBe(0);
          expect(tierIndexOf(least - 1, customerCount, [{ cutBp }, { cutBp: 0 }])).not.toBe(0);
        },
      ),
    );
  });
});
