import { expect, test } from "vitest";
import { estimateSecondsLeft } from "./seconds-left.ts";

test("the rest takes as long as the pace says, up to half as long again", () => {
  expect(estimateSecondsLeft(600, { orders: 300, seconds: 30 })).toEqual({ from: 60, to: 90 });
});

test("the first ten seconds promise nothing", () => {
  expect(estimateSecondsLeft(600, { orders: 300, seconds: 9 })).toBeNull();
});

test("nothing is promised while nothing gets done", () => {
  expect(estimateSecondsLeft(600, { orders: 0, seconds: 30 })).toBeNull();
});

test("more done than expected leaves nothing", () => {
  expect(estimateSecondsLeft(-10, { orders: 300, seconds: 30 })).toEqual({ from: 0, to: 0 });
});
