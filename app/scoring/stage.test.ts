import fc from "fast-check";
import { expect, test } from "vitest";
import { stageColumn, stageKeys, stageOf } from "./stage.ts";

test.each([
  [91, 9, "lost"],
  [90, 9, "declining"],
  [31, 1, "declining"],
  [30, 1, "new"],
  [30, 2, "growing"],
  [30, 3, "growing"],
  [0, 4, "mature"],
])(
  "%i days after the last of %i orders a customer is %s where 30 days are usual",
  (recencyDays, orderCount, stage) => {
    expect(stageOf(recencyDays, orderCount, 30)).toBe(stage);
  },
);

test("the whole base at once gets the stages that each customer gets alone", () => {
  const days = fc.integer({ min: 0, max: 40_000 });
  const customer = fc.record({ days, orders: fc.integer({ min: 1, max: 9 }) });
  // The median of two gaps can be half a day.
  const cycle = fc.integer({ min: 2, max: 20_000 }).map((halfDays) => halfDays / 2);
  fc.assert(
    fc.property(fc.array(customer), cycle, (customers, cycleDays) => {
      const metrics = {
        customerCount: customers.length,
        recencyDays: Int32Array.from(customers, (each) => each.days),
        orderCount: Uint32Array.from(customers, (each) => each.orders),
      };
      expect(Array.from(stageColumn(metrics, cycleDays), (index) => stageKeys[index])).toEqual(
        customers.map((each) => stageOf(each.days, each.orders, cycleDays)),
      );
    }),
  );
});
