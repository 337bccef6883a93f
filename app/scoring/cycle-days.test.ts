import { describe, expect, test } from "vitest";
import { cycleDaysOf } from "./cycle-days.ts";
import { FrameBuilder } from "./frame-builder.ts";

/** One customer per list of order days. */
function cycleOf(histories: number[][], asOfDay = 1000): number {
  const builder = new FrameBuilder();
  for (const [customer, days] of histories.entries()) {
    for (const day of days) builder.add(customer, day, day * 86_400_000, 100);
  }
  return cycleDaysOf(builder.build(histories.length), asOfDay);
}

const comingBackAfter = (gapDays: number, customers: number): number[][] =>
  Array.from({ length: customers }, () => [100, 100 + gapDays]);

describe("cycleDaysOf", () => {
  test("is the median gap between orders", () => {
    expect(cycleOf([...comingBackAfter(10, 11), ...comingBackAfter(30, 10)])).toBe(10);
  });

  test("is the mean of the two middle gaps when their number is even", () => {
    expect(cycleOf([...comingBackAfter(10, 10), ...comingBackAfter(31, 10)])).toBe(20.5);
  });

  test("is 90 with fewer than 20 gaps, and for an empty shop", () => {
    expect([
      cycleOf(comingBackAfter(10, 19)),
      cycleOf(comingBackAfter(10, 20)),
      cycleOf([]),
    ]).toEqual([90, 10, 90]);
  });

  test("does not take two orders of one day for a gap", () => {
    expect(cycleOf(comingBackAfter(10, 20).map((days) => days.flatMap((day) => [day, day])))).toBe(
      10,
    );
  });

  test("leaves out orders after the as-of date", () => {
    expect(cycleOf([...comingBackAfter(10, 20), ...comingBackAfter(500, 30)], 200)).toBe(10);
    expect(cycleOf(comingBackAfter(10, 20), 50)).toBe(90);
  });
});
