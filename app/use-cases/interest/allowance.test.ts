import { expect, test } from "vitest";
import { createAllowance } from "./allowance.ts";

test("what comes faster than allowed is refused, for its own name only, until time has passed", () => {
  let now = 0;
  const allowance = createAllowance({ most: 3, perSecond: 2 }, () => now);
  const take = (name: string) => allowance.take(name);
  expect([1, 2, 3, 4].map(() => take("one"))).toEqual([true, true, true, false]);
  expect(take("two")).toBe(true);
  now = 500;
  expect([take("one"), take("one")]).toEqual([true, false]);
  now = 60_000;
  expect([1, 2, 3, 4].map(() => take("one"))).toEqual([true, true, true, false]);
});

test("no more names are remembered than it has room for", () => {
  const allowance = createAllowance({ most: 1, perSecond: 0, mostNames: 2 }, () => 0);
  expect(["a", "b", "c"].map((name) => allowance.take(name))).toEqual([true, true, true]);
  expect(["c", "a"].map((name) => allowance.take(name))).toEqual([false, true]);
});
