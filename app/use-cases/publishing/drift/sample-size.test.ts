import fc from "fast-check";
import { expect, test } from "vitest";
import { dailySample, mostDiffering } from "./sample-size.ts";

test("299 without a difference make it 95 % sure that fewer than 1 in 100 differ", () => {
  expect(dailySample).toBe(299);
  expect(mostDiffering(0, 299, 1_000_000)).toBeCloseTo(0.00997, 5);
  expect(mostDiffering(0, 298, 1_000_000)).toBeGreaterThan(0.01);
});

test("everybody compared leaves no doubt, nobody compared leaves all of it", () => {
  expect(mostDiffering(3, 60, 60)).toBe(0.05);
  expect(mostDiffering(0, 0, 60)).toBe(1);
});

test("the bound is above what was seen, and grows with it", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), (compared, seen) => {
      const differing = Math.min(seen, compared);
      const bound = mostDiffering(differing, compared, 1_000_000);
      expect(bound).toBeGreaterThanOrEqual(differing / compared);
      expect(bound).toBeLessThanOrEqual(1);
      if (differing < compared)
        expect(mostDiffering(differing + 1, compared, 1_000_000)).toBeGreaterThanOrEqual(bound);
    }),
  );
});
