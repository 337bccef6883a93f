import { describe, expect, test } from "vitest";
import { FrameBuilder } from "./frame-builder.ts";
import { listRanked, measure } from "./metrics.ts";

function measureOrders(
  orders: [customer: number, day: number, netMinor: number][],
  asOfDay: number,
  customerCount = 1,
) {
  const builder = new FrameBuilder();
  for (const [customer, day, netMinor] of orders)
    builder.add(customer, day, day * 86_400_000 + 1, netMinor);
  return measure(builder.build(customerCount), asOfDay, 365);
}

describe("measure", () => {
  test("gives the worked example: an order of 364 days is in the window, one of 400 is not", () => {
    expect(
      measureOrders(
        [
          [0, 600, 1000],
          [0, 636, 2000],
          [0, 998, 500],
        ],
        1000,
      ),
    ).toEqual({
      customerCount: 1,
      recencyDays: Int32Array.of(2),
      orderCount: Uint32Array.of(3),
      netSpendMinor: Float64Array.of(3500),
      windowOrders: Uint32Array.of(2),
      windowSpendMinor: Float64Array.of(2500),
      lastOrderDay: Int32Array.of(998),
      firstOrderDay: Int32Array.of(600),
      lastOrderAtMs: Float64Array.of(998 * 86_400_000 + 1),
    });
  });

  test("leaves an order out of the window on the day it is as old as the window", () => {
    expect([
      ...measureOrders([[0, 635, 1000]], 999).windowOrders,
      ...measureOrders([[0, 635, 1000]], 1000).windowOrders,
    ]).toEqual([1, 0]);
  });

  test("counts an order of the as-of date itself and ignores those dated after it", () => {
    expect(
      measureOrders(
        [
          [0, 1000, 700],
          [0, 1001, 900],
        ],
        1000,
      ),
    ).toMatchObject({
      recencyDays: Int32Array.of(0),
      orderCount: Uint32Array.of(1),
      netSpendMinor: Float64Array.of(700),
    });
  });

  test("has −1 and 0 for a customer without orders so far, who is not ranked", () => {
    const metrics = measureOrders(
      [
        [1, 1001, 900],
        [2, 1, 5],
      ],
      1000,
      3,
    );
    expect([...metrics.recencyDays]).toEqual([-1, -1, 999]);
    expect([...metrics.lastOrderAtMs].slice(0, 2)).toEqual([-1, -1]);
    expect([...listRanked(metrics)]).toEqual([2]);
  });

  test("of nobody is empty", () => {
    expect(measureOrders([], 1000, 0).recencyDays).toHaveLength(0);
  });
});
