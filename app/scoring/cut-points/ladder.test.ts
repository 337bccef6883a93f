import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countLess, lastValueShortOf } from "./ladder.ts";
import { rankColumn } from "./rank-column.ts";
import { countLessForAll } from "./less-columns.ts";

const ladderOf = (...values: number[]) => rankColumn(Float64Array.from(values)).ladder;

// Close together, so that they are counted, and far apart, so that they are sorted.
const columns = fc.oneof(
  fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 60 }),
  fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { maxLength: 60 }),
);

describe("a ladder", () => {
  test.each([
    ["close together", 1],
    ["far apart", 1_000_000],
  ])("has every distinct value with the number of lesser ones, %s", (_, scale) => {
    expect(ladderOf(3 * scale, scale, 3 * scale, 7 * scale)).toEqual({
      customerCount: 4,
      values: Float64Array.of(scale, 3 * scale, 7 * scale),
      less: Uint32Array.of(0, 1, 3),
    });
  });

  test("of nobody has nobody below anything", () => {
    const empty = ladderOf();
    expect([empty.customerCount, countLess(empty, 5), lastValueShortOf(empty, 0)]).toEqual([
      0,
      0,
      null,
    ]);
    expect([...countLessForAll(empty, Float64Array.of(5, -5))]).toEqual([0, 0]);
  });

  test("counts as plain counting does, for values on it and off it, one by one and as a column", () => {
    fc.assert(
      fc.property(columns, columns, (values, asked) => {
        const ladder = ladderOf(...values);
        const all = [...values, ...asked];
        const counted = all.map((value) => values.filter((other) => other < value).length);
        expect(all.map((value) => countLess(ladder, value))).toEqual(counted);
        expect([...countLessForAll(ladder, Float64Array.from(all))]).toEqual(counted);
      }),
    );
  });

  test("knows the last value that is short of a count: the next whole number is not", () => {
    expect(lastValueShortOf(ladderOf(3, 1, 3, 7), 3)).toBe(3);
    fc.assert(
      fc.property(columns, fc.nat(60), (values, enough) => {
        const ladder = ladderOf(...values);
        const last = lastValueShortOf(ladder, enough);
        if (last === null)
          expect(values.every((value) => countLess(ladder, value) >= enough)).toBe(true);
        else expect(countLess(ladder, last)).toBeLessThan(enough);
        if (last !== null && enough <= values.length)
          expect(countLess(ladder, last + 1)).toBeGreaterThanOrEqual(enough);
      }),
    );
  });
});
