import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainOrder } from "../testing/plain-orders.ts";
import { basketsOf, randomCustomers, shuffledOrders } from "../testing/plain-orders.ts";
import { findPaths } from "./paths.ts";

/** As many customers as `times`, who came once a week for one product each. */
function walking(times: number, path: string, from = 0): PlainOrder[] {
  return Array.from({ length: times }, (_, index) =>
    path.split(" ").map((product, visit) => ({
      customer: from + index,
      day: 100 + visit * 7,
      lines: [{ product, type: `${product}s` }],
    })),
  ).flat();
}

describe("paths", () => {
  test("six of eight who came back after tea came for a cup: share .75", () => {
    const orders = [...walking(6, "tea cup"), ...walking(2, "tea pot", 6), ...walking(9, "tea", 8)];
    expect(findPaths(basketsOf(17, orders), 1000, "products")).toEqual({
      customersByVisits: [17, 8, 0],
      second: [{ items: ["tea", "cup"], customers: 6, share: 0.75, medianDays: 7 }],
      third: [],
    });
  });

  test("a third step's share is of those who took the first two and came a third time", () => {
    const orders = [...walking(5, "tea cup pot"), ...walking(3, "tea cup tea", 5)];
    const { third } = findPaths(
      basketsOf(12, [...orders, ...walking(4, "tea cup", 8)]),
      1000,
      "types",
    );
    expect(third).toEqual([
      { items: ["teas", "cups", "pots"], customers: 5, share: 5 / 8, medianDays: 14 },
    ]);
  });

  test("a visit is told by what most was spent on, of equals by the first by key", () => {
    const visit = (customer: number, day: number, ...lines: [string, number][]): PlainOrder => ({
      customer,
      day,
      lines: lines.map(([product, unitPriceMinor]) => ({ product, unitPriceMinor })),
    });
    const orders = Array.from({ length: 5 }, (_, customer) => [
      visit(customer, 100, ["tea", 300], ["pot", 900]),
      visit(customer, 107, ["tea", 500], ["cup", 500]),
    ]).flat();
    const { second } = findPaths(basketsOf(5, orders), 1000, "products");
    expect(second.map(({ items }) => items)).toEqual([["pot", "cup"]]);
  });

  test("end before a visit of which no product is known", () => {
    const orders = walking(5, "tea cup").map((order) =>
      order.day === 100 ? order : { ...order, lines: [{ product: null }] },
    );
    expect(findPaths(basketsOf(5, orders), 1000, "products").customersByVisits).toEqual([5, 0, 0]);
  });

  test("do not depend on the order of orders", () => {
    fc.assert(
      fc.property(shuffledOrders, ([orders, shuffled]) => {
        const of = (given: PlainOrder[]) =>
          // The same histories five times over, so that every path is reported.
          findPaths(
            basketsOf(
              randomCustomers * 5,
              given.flatMap((order) =>
                [0, 1, 2, 3, 4].map((copy) => ({
                  ...order,
                  customer: order.customer + copy * randomCustomers,
                })),
              ),
            ),
            150,
            "products",
          );
        const found = of(orders);
        expect(of(shuffled)).toEqual(found);
        const customers = found.second.reduce((sum, path) => sum + path.customers, 0);
        expect(customers).toBe(found.customersByVisits[1]);
      }),
      { numRuns: 60 },
    );
  });
});
