import fc from "fast-check";
import { expect, test } from "vitest";
import { evenHistory } from "./even-history.ts";

test("three orders of 100 in all lie evenly between the customer's first day and the last order", () => {
  const totals = { orders: 3, spentMinor: 100, createdAtMs: 0, lastOrderAtMs: 10 };
  expect(evenHistory(totals)).toEqual([
    { atMs: 0, netMinor: 33 },
    { atMs: 5, netMinor: 33 },
    { atMs: 10, netMinor: 34 },
  ]);
});

test("a single order is the last one, also of a customer entered after it", () => {
  const totals = { orders: 1, spentMinor: 700, createdAtMs: 20, lastOrderAtMs: 10 };
  expect(evenHistory(totals)).toEqual([{ atMs: 10, netMinor: 700 }]);
});

test("without orders or money there is no history", () => {
  const totals = { orders: 0, spentMinor: 100, createdAtMs: 0, lastOrderAtMs: 10 };
  expect(evenHistory(totals)).toEqual([]);
  expect(evenHistory({ ...totals, orders: 2, spentMinor: 0 })).toEqual([]);
  expect(evenHistory({ ...totals, orders: 2, spentMinor: -5 })).toEqual([]);
});

test("a history has its totals, ends with the last order, and every order counts", () => {
  const whole = fc.integer({ min: 1, max: 2_000_000_000 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 300 }),
      whole,
      whole,
      whole,
      (orders, spentMinor, createdAtMs, lastOrderAtMs) => {
        const history = evenHistory({ orders, spentMinor, createdAtMs, lastOrderAtMs });
        expect(history.reduce((sum, { netMinor }) => sum + netMinor, 0)).toBe(spentMinor);
        expect(history.at(-1)?.atMs).toBe(lastOrderAtMs);
        for (const { atMs, netMinor } of history) {
          expect(netMinor).toBeGreaterThan(0);
          expect(atMs).toBeLessThanOrEqual(lastOrderAtMs);
        }
        expect(history).toHaveLength(Math.min(orders, spentMinor, 200));
      },
    ),
  );
});
