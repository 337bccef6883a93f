import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelAt } from "./cut-points.ts";
import { naturalBreaks } from "./natural-breaks.ts";
import { rankColumn } from "./rank-column.ts";

const breaksOf = (values: number[], levels: number) =>
  naturalBreaks(rankColumn(Float64Array.from(values)).ladder, levels);

/** Sum of squared distances from the means of the classes that the cut points make. */
function spreadOf(values: readonly number[], cutPoints: readonly number[]): number {
  const classes = new Map<number, number[]>();
  for (const value of values) {
    const level = levelAt(cutPoints, value);
    classes.set(level, [...(classes.get(level) ?? []), value]);
  }
  return [...classes.values()].reduce((sum, members) => {
    const mean = members.reduce((total, each) => total + each, 0) / members.length;
    return sum + members.reduce((total, each) => total + (each - mean) ** 2, 0);
  }, 0);
}

/** Every way to cut the distinct values, tried. */
function leastSpread(values: readonly number[], cuts: number): number {
  const distinct = [...new Set(values)].sort((a, b) => a - b);
  const tryFrom = (first: number, chosen: readonly number[]): number => {
    if (chosen.length === cuts) return spreadOf(values, chosen);
    let least = spreadOf(values, chosen);
    for (let index = first; index < distinct.length; index++)
      least = Math.min(least, tryFrom(index + 1, [...chosen, distinct[index] ?? 0]));
    return least;
  };
  return tryFrom(0, []);
}

describe("natural breaks", () => {
  test("part the worked example where its gaps are", () => {
    expect(breaksOf([1, 1, 2, 10, 11, 50], 3)).toEqual([2, 11]);
  });

  test("weigh each value by how many customers have it", () => {
    // Alone, 4 is as near to 2 as to 6; a crowd at 6 cannot be pulled down by it as far as a single 2 can be pulled up.
    expect(breaksOf([2, 4, 6, 6, 6, 6, 6], 2)).toEqual([4]);
    expect(breaksOf([2, 2, 2, 2, 2, 4, 6], 2)).toEqual([2]);
  });

  test("leave the upper scores to nobody when there are fewer values than levels", () => {
    expect(breaksOf([5, 5, 9], 5)).toEqual([5, Infinity, Infinity, Infinity]);
    expect(breaksOf([7], 3)).toEqual([Infinity, Infinity]);
    expect(breaksOf([], 3)).toEqual([Infinity, Infinity]);
  });

  test("are the best of all partitions", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(3, 4, 5),
        (values, levels) => {
          const found = spreadOf(values, breaksOf(values, levels));
          expect(found).toBeCloseTo(leastSpread(values, levels - 1), 8);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("are the doubles when all amounts are doubled", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(3, 4, 5, 10),
        (values, levels) => {
          const breaks = breaksOf(values, levels);
          const doubled = breaksOf(
            values.map((value) => 2 * value),
            levels,
          );
          expect(doubled).toEqual(breaks.map((value) => 2 * value));
        },
      ),
    );
  });

  test("lose nothing to large amounts: cents in a base of millions part as they would alone", () => {
    const far = 10_000_000_000_000;
    expect(
      breaksOf(
        [1, 1, 2, 10, 11, 50].map((value) => far + value),
        3,
      ),
    ).toEqual([far + 2, far + 11]);
  });
});
