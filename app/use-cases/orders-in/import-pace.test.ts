import { expect, test } from "vitest";
import { paceAfter } from "./import-pace.ts";

test("new work counts in full, and what was before loses weight with the minutes", () => {
  const pace = paceAfter({ orders: 600, seconds: 60 }, 300, 60);
  expect(pace.orders).toBeCloseTo(520.7, 1);
  expect(pace.seconds).toBeCloseTo(82.1, 1);
});

test("a steady pace is that pace, however small the steps are", () => {
  let pace = { orders: 0, seconds: 0 };
  for (let step = 0; step < 1_000; step += 1) pace = paceAfter(pace, 20, 0.1);
  expect(pace.orders / pace.seconds).toBeCloseTo(200, 6);
  // It remembers about a minute.
  expect(pace.seconds).toBeGreaterThan(45);
  expect(pace.seconds).toBeLessThan(61);
});

test("a pace that changes is believed after some minutes", () => {
  let pace = paceAfter({ orders: 0, seconds: 0 }, 60_000, 60);
  for (let second = 0; second < 300; second += 1) pace = paceAfter(pace, 10, 1);
  expect(pace.orders / pace.seconds).toBeLessThan(20);
});
