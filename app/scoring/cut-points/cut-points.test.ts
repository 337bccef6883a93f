import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countReached } from "./count-reached.ts";
import { levelAt, levelColumn, levelColumnOnLadder, quantileCutPoints } from "./cut-points.ts";
import { countLess } from "./ladder.ts";
import { quantileLevelOf } from "./quantile-level.ts";
import { orderByValue } from "./radix-order.ts";
import { rankColumn } from "./rank-column.ts";

// Close together, so that they are counted, and far apart, so that their digits are; beyond 2^32 too.
const columns = fc
  .oneof(
    fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 80 }),
    fc.array(fc.integer({ min: 0, max: 3_000_000 }), { maxLength: 80 }),
    fc.array(fc.integer({ min: -(2 ** 51), max: 2 ** 51 }), { maxLength: 80 }),
  )
  .map((values) => Float64Array.from(values));
const levelCounts = fc.constantFrom(3, 4, 5, 10);

test("the order of 7, 1, 7, 3 by value is that of positions 1, 3, 0, 2", () => {
  const ends = { lowest: 1, highest: 7, unit: 2 };
  expect([...orderByValue(Float64Array.of(7, 1, 7, 3), ends).order]).toEqual([1, 3, 0, 2]);
});

describe("rankColumn", () => {
  test("finds what sorting all values finds, wherever they lie", () => {
    fc.assert(
      fc.property(columns, (column) => {
        const { ladder, less } = rankColumn(column);
        const sorted = [...column].sort((a, b) => a - b);
        expect([...less]).toEqual([...column].map((value) => sorted.indexOf(value)));
        expect([...ladder.values]).toEqual([...new Set(sorted)]);
        expect([...ladder.less]).toEqual([...ladder.values].map((value) => sorted.indexOf(value)));
      }),
    );
  });

  test("finds the same when told a number that all distances are multiples of", () => {
    fc.assert(
      fc.property(columns, fc.integer({ min: 1, max: 1000 }), (column, unit) => {
        const spread = column.map((value) => (value % 2 ** 40) * unit);
        expect(rankColumn(spread, unit)).toEqual(rankColumn(spread));
      }),
    );
  });
});

describe("quantile cut points", () => {
  test("are those of the worked example", () => {
    expect(quantileCutPoints(rankColumn(Float64Array.of(1, 3, 3, 7, 9)).ladder, 5)).toEqual([
      1, 3, 3, 7,
    ]);
  });

  test("are where the sorted values say, exactly", () => {
    fc.assert(
      fc.property(columns, levelCounts, (column, levels) => {
        const sorted = [...column].sort((a, b) => a - b);
        const { ladder } = rankColumn(column);
        const cutPoints = quantileCutPoints(ladder, levels);
        for (const value of column) {
          const expected = quantileLevelOf(sorted.indexOf(value), sorted.length, levels);
          expect(levelAt(cutPoints, value)).toBe(expected);
        }
      }),
    );
  });

  test("score values that nobody of the base has as their count says", () => {
    fc.assert(
      fc.property(
        columns,
        levelCounts,
        fc.integer({ min: -30, max: 30 }),
        (column, levels, value) => {
          const { ladder } = rankColumn(column);
          const expected = quantileLevelOf(countLess(ladder, value), column.length, levels);
          expect(levelAt(quantileCutPoints(ladder, levels), value)).toBe(expected);
        },
      ),
    );
  });
});

test("a column's levels are the same by value and by count, whatever the cut points", () => {
  const cutPoints = fc
    .array(fc.oneof(fc.integer({ min: -25, max: 25 }), fc.constant(Infinity)), { maxLength: 9 })
    .map((numbers) => numbers.sort((a, b) => a - b));
  fc.assert(
    fc.property(columns, cutPoints, (column, starts) => {
      const { ladder, less } = rankColumn(column);
      expect(levelColumnOnLadder(starts, ladder, less)).toEqual(levelColumn(starts, column));
    }),
  );
});

test("countReached counts the starts that are not above, ends of the range included", () => {
  const most = 2 ** 31 - 1;
  expect([...countReached([0, 2, 4, most], Uint32Array.of(0, 1, 2, 7, most))]).toEqual([
    1, 1, 2, 3, 4,
  ]);
});
