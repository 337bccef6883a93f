import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainOrder } from "../testing/plain-orders.ts";
import {
  basketsOf,
  randomCustomers,
  randomOrders,
  shuffledOrders,
} from "../testing/plain-orders.ts";
import { typeVisitsOf, visitsOf } from "../visits.ts";
import type { Association, ItemAssociations, Partner } from "./association.ts";
import { findAssociations } from "./find-associations.ts";

const everything = { leastCustomers: 1, leastTogether: 1, mostPerItem: 1000 };

/** Customers who bought one thing after another, ten days apart. */
function buying(...histories: string[]): PlainOrder[] {
  return histories.flatMap((history, customer) =>
    history.split(" ").map((products, visit) => ({
      customer,
      day: 100 + visit * 10,
      lines: products.split("+").map((product) => ({ product, type: product.slice(0, 3) })),
    })),
  );
}

function nextOf(orders: PlainOrder[], step: number | null = null): ItemAssociations[] {
  const visits = visitsOf(basketsOf(20, orders), 1000);
  return findAssociations(visits, "next-visit", { ...everything, step });
}

describe("what is bought next", () => {
  test("a cup after tea 2 times of 3, which is 8/9 as likely as after anything", () => {
    const [afterTea] = nextOf(buying("tea cup", "tea cup", "tea tea", "cup cup"));
    expect(afterTea).toEqual({
      item: "tea",
      visits: 3,
      customers: 3,
      with: [
        { item: "tea", support: 1, customers: 1, confidence: 1 / 3, lift: 4 / 3, medianDays: 10 },
        { item: "cup", support: 2, customers: 2, confidence: 2 / 3, lift: 8 / 9, medianDays: 10 },
      ].reverse(),
    });
  });

  test("from the first visit only, when asked", () => {
    const [afterTea] = nextOf(buying("tea cup", "pot tea tray"), 1).filter(
      ({ item }) => item === "tea",
    );
    expect(afterTea?.with.map(({ item }) => item)).toEqual(["cup"]);
    expect(nextOf(buying("tea cup", "pot tea tray"), 2).map(({ item }) => item)).toEqual(["tea"]);
  });

  test("two orders of one day are one visit", () => {
    const orders = buying("tea cup").map((order) => ({ ...order, day: 100 }));
    expect(nextOf(orders)).toEqual([]);
  });

  test("by product type, each once a visit", () => {
    const baskets = basketsOf(20, buying("tea-1+tea-2 cup-1+cup-2", "tea-1 cup-1"));
    const visits = typeVisitsOf(baskets, visitsOf(baskets, 1000));
    const [afterTea] = findAssociations(visits, "next-visit", everything);
    expect(afterTea).toMatchObject({ item: "tea", visits: 2, with: [{ item: "cup", support: 2 }] });
  });

  test("is not said of fewer customers than the minimum, nor of a later day than asked", () => {
    const baskets = basketsOf(20, buying("tea cup", "tea cup", "tea cup"));
    const of = (leastCustomers: number, leastTogether: number, asOfDay = 1000) =>
      findAssociations(visitsOf(baskets, asOfDay), "next-visit", {
        leastCustomers,
        leastTogether,
      });
    expect(of(3, 3)).toHaveLength(1);
    expect(of(4, 3)).toEqual([]);
    expect(of(3, 4)[0]?.with).toEqual([]);
    expect(of(3, 3, 109)).toEqual([]);
  });
});

test("together in one basket goes both ways, never an item with itself", () => {
  const visits = visitsOf(basketsOf(20, buying("tea+cup", "tea+cup", "tea", "pot")), 1000);
  expect(findAssociations(visits, "same-visit", everything)).toEqual([
    {
      item: "tea",
      visits: 3,
      customers: 3,
      with: [
        { item: "cup", support: 2, customers: 2, confidence: 2 / 3, lift: 4 / 3, medianDays: 0 },
      ],
    },
    {
      item: "cup",
      visits: 2,
      customers: 2,
      with: [{ item: "tea", support: 2, customers: 2, confidence: 1, lift: 4 / 3, medianDays: 0 }],
    },
    { item: "pot", visits: 1, customers: 1, with: [] },
  ]);
});

describe.each(["next-visit", "same-visit"] as const)("associations with the %s", (partner) => {
  test("equal a plain count of all pairs", () => {
    fc.assert(
      fc.property(randomOrders, fc.integer({ min: 110, max: 160 }), (orders, asOfDay) => {
        const visits = visitsOf(basketsOf(randomCustomers, orders), asOfDay);
        const found = findAssociations(visits, partner, everything);
        expect(flatten(found)).toEqual(countPlainly(orders, asOfDay, partner));
      }),
      { numRuns: 150 },
    );
  });

  test("do not depend on the order of orders", () => {
    fc.assert(
      fc.property(shuffledOrders, ([orders, shuffled]) => {
        const of = (given: PlainOrder[]) =>
          findAssociations(visitsOf(basketsOf(randomCustomers, given), 150), partner, {
            leastCustomers: 2,
            leastTogether: 2,
            mostPerItem: 2,
          });
        expect(of(shuffled)).toEqual(of(orders));
      }),
      { numRuns: 100 },
    );
  });
});

type Pair = [first: string, association: Association];

function flatten(found: ItemAssociations[]): Record<string, Association> {
  const pairs = found.flatMap((row) => row.with.map((one): Pair => [row.item, one]));
  return Object.fromEntries(pairs.map(([first, one]) => [`${first} ${one.item}`, one]));
}

/** All pairs of all partnered visits, one by one. */
function countPlainly(
  orders: PlainOrder[],
  asOfDay: number,
  partner: Partner,
): Record<string, Association> {
  const steps: { customer: number; days: number; from: Set<string>; to: Set<string> }[] = [];
  for (let customer = 0; customer < randomCustomers; customer++) {
    const byDay = new Map<number, Set<string>>();
    for (const order of orders) {
      if (order.customer !== customer || order.day > asOfDay) continue;
      const products = byDay.get(order.day) ?? new Set();
      byDay.set(order.day, products);
      for (const { product } of order.lines) if (product !== null) products.add(product);
    }
    const visits = [...byDay].sort(([a], [b]) => a - b);
    visits.forEach(([day, from], index) => {
      const [toDay, to] = visits[partner === "next-visit" ? index + 1 : index] ?? [];
      if (to !== undefined && toDay !== undefined)
        steps.push({ customer, days: toDay - day, from, to });
    });
  }
  const names = [...new Set(steps.flatMap(({ from, to }) => [...from, ...to]))];
  const pairs: Record<string, Association> = {};
  for (const first of names) {
    for (const item of names) {
      if (partner === "same-visit" && first === item) continue;
      const starting = steps.filter(({ from }) => from.has(first));
      const both = starting.filter(({ to }) => to.has(item));
      if (both.length === 0) continue;
      const ending = steps.filter(({ to }) => to.has(item));
      const days = both.map((step) => step.days).sort((a, b) => a - b);
      const middle = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]];
      pairs[`${first} ${item}`] = {
        item,
        support: both.length,
        customers: new Set(both.map(({ customer }) => customer)).size,
        confidence: both.length / starting.length,
        lift: (both.length * steps.length) / (starting.length * ending.length),
        medianDays: ((middle[0] ?? 0) + (middle[1] ?? 0)) / 2,
      };
    }
  }
  return pairs;
}
