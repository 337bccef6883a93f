import { expect, test } from "vitest";
import { shadesOfCounts } from "./hour-shades.ts";

test("a fifth of the greatest count to a shade, zero plain", () => {
  expect(shadesOfCounts([0, 1, 10, 50])).toEqual([0, 1, 1, 5]);
  expect(shadesOfCounts([7, 7])).toEqual([5, 5]);
  expect(shadesOfCounts([0, 0])).toEqual([0, 0]);
  expect(shadesOfCounts([])).toEqual([]);
});
