import { expect, test } from "vitest";
import { FrameBuilder } from "../frame-builder.ts";
import { collectPurchaseDays, countPurchases } from "./purchase-days.ts";

const dayMs = 86_400_000;

function frameOf(orders: readonly (readonly [customer: number, day: number, net: number])[]) {
  const builder = new FrameBuilder();
  for (const [customer, day, net] of orders) builder.add(customer, day, day * dayMs, net);
  return builder.build(3);
}

test("the worked example: orders of one day are one purchase", () => {
  const frame = frameOf([
    [1, 0, 1000],
    [1, 10, 500],
    [1, 10, 700],
    [1, 40, 800],
    [1, 101, 9900],
  ]);
  const days = collectPurchaseDays(frame, 100);
  expect([...days.customers]).toEqual([1]);
  expect(days.repeats[0]).toBe(2);
  expect(days.lastAt[0]).toBe(40);
  expect(days.observed[0]).toBe(100);
  expect(days.logGaps[0]).toBeCloseTo(Math.log(10) + Math.log(30), 12);
  expect(days.meanSpend[0]).toBe(1000);
  expect(days.repeatMeanSpend[0]).toBe(1000);
});

test("who has not ordered by then has no row, nor who never did", () => {
  const frame = frameOf([
    [0, 50, 100],
    [2, 51, 100],
  ]);
  expect([...collectPurchaseDays(frame, 50).customers]).toEqual([0]);
});

test("what was bought after one day and up to another is counted by days", () => {
  const frame = frameOf([
    [0, 10, 100],
    [0, 11, 200],
    [0, 11, 300],
    [0, 20, 400],
    [0, 21, 500],
  ]);
  const { purchases, spendMinor } = countPurchases(frame, Uint32Array.of(0, 1), 10, 20);
  expect([...purchases]).toEqual([2, 0]);
  expect([...spendMinor]).toEqual([900, 0]);
});
