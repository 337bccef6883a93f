import { expect, test } from "vitest";
import { medianOf, medianOfSorted } from "./median.ts";

test("the middle of 3, 10, 30 is 10, that of 10, 30 lies between, and of nothing it is 0", () => {
  expect(medianOfSorted([3, 10, 30])).toBe(10);
  expect(medianOfSorted([10, 30])).toBe(20);
  expect(medianOfSorted([])).toBe(0);
});

test("values in any order stay as they are", () => {
  const values = [30, 3, 10];
  expect(medianOf(values)).toBe(10);
  expect(values).toEqual([30, 3, 10]);
});
