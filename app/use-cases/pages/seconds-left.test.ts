import { expect, test } from "vitest";
import { estimateSecondsLeft } from "./seconds-left.ts";

const startedAt = new Date("2026-01-01T00:00:00Z");
function after(seconds: number): Date {
  return new Date(startedAt.getTime() + seconds * 1_000);
}

test("the rest takes as long as the pace so far says, up to half as long again", () => {
  expect(estimateSecondsLeft({ done: 300, total: 900, startedAt, now: after(30) })).toEqual({
    from: 60,
    to: 90,
  });
});

test("the first ten seconds promise nothing", () => {
  expect(estimateSecondsLeft({ done: 300, total: 900, startedAt, now: after(9) })).toBeNull();
});

test("nothing is promised without a total, or before anything is done", () => {
  expect(estimateSecondsLeft({ done: 300, total: null, startedAt, now: after(30) })).toBeNull();
  expect(estimateSecondsLeft({ done: 0, total: 900, startedAt, now: after(30) })).toBeNull();
});

test("more done than expected leaves nothing", () => {
  expect(estimateSecondsLeft({ done: 910, total: 900, startedAt, now: after(30) })).toEqual({
    from: 0,
    to: 0,
  });
});
