import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainOrder } from "../testing/plain-orders.ts";
import {
  basketsOf,
  randomCustomers,
  randomOrders,
  shuffledOrders,
} from "../testing/plain-orders.ts";
import { visitsOf } from "../visits.ts";
import type { TraitBase } from "./judge-traits.ts";
import { createTraitJudge, judgeTraits, measureTraits, traitsOfBits } from "./judge-traits.ts";
import type { TraitResult } from "./trait.ts";
import { traitKeys } from "./trait.ts";

/** A shop of ordinary people: one product at a time, of many, at full price, from four vendors. */
function ordinaryOrders(): PlainOrder[] {
  return Array.from({ length: 60 }, (_, customer) =>
    [0, 1, 2, 3, 4, 5].map((visit) => {
      // Everybody has two favourites, and the eight products come up equally often.
      const product = (customer + (visit % 2)) % 8;
      return {
        customer,
        day: 100 + visit * 40 + (customer % 7),
        discountMinor: (customer * 7 + visit) % 10 === 0 ? 100 : 0,
        lines: [lineOf(product)],
      };
    }),
  ).flat();
}

function lineOf(product: number, launchDay?: number) {
  return {
    product: `p${product}`,
    type: product % 2 === 0 ? "tea" : "cups",
    vendor: `v${product % 4}`,
    unitPriceMinor: 500 + product * 100,
    ...(launchDay === undefined ? {} : { launchDay }),
  };
}

function judgeLast(habit: Omit<PlainOrder, "customer">[]): TraitResult[] {
  const customer = 60;
  const orders = [...ordinaryOrders(), ...habit.map((order) => ({ ...order, customer }))];
  const baskets = basketsOf(61, orders);
  const visits = visitsOf(baskets, 1000);
  const base = measureTraits(baskets, visits, 1000);
  return createTraitJudge(baskets, visits, base, 1000)(customer);
}

function shownOf(results: readonly TraitResult[]): string[] {
  return results.filter(({ kind }) => kind === "shown").map(({ trait }) => trait);
}

const visitDays = [110, 150, 190, 230, 270, 310];

describe("in a shop of ordinary people", () => {
  test("who buys like the others has no trait", () => {
    const results = judgeLast(visitDays.map((day, visit) => ({ day, lines: [lineOf(visit % 2)] })));
    expect(results.map(({ trait }) => trait)).toEqual(traitKeys);
    expect(results.map(({ kind }) => kind)).toEqual(Array(5).fill("not-shown"));
  });

  test("who always waits for a discount is price-sensitive", () => {
    const orders = visitDays.map((day, visit) => ({
      day,
      discountMinor: 200,
      lines: [lineOf(visit % 2)],
    }));
    expect(shownOf(judgeLast(orders))).toEqual(["price-sensitive"]);
  });

  test("who buys something new each time is a novelty-seeker", () => {
    const orders = visitDays.map((day, visit) => ({ day, lines: [lineOf(visit)] }));
    expect(shownOf(judgeLast(orders))).toEqual(["novelty-seeker"]);
  });

  test("who buys what was just launched is one too", () => {
    const orders = visitDays.map((day, visit) => ({
      day,
      lines: [lineOf(visit % 2), lineOf(100 + visit, day - 5)].slice(visit < 2 ? 0 : 1),
    }));
    const [, novelty] = judgeLast(orders);
    expect(novelty).toMatchObject({ kind: "shown", evidence: { early: 4, earlyDays: 30 } });
  });

  test("who fills the basket is a bundle-buyer", () => {
    const orders = visitDays.map((day) => ({ day, lines: [lineOf(0), lineOf(1), lineOf(2)] }));
    expect(shownOf(judgeLast(orders))).toContain("bundle-buyer");
  });

  test("who takes the dearest of each kind is quality-oriented, unless much goes back", () => {
    const orders = visitDays.map((day, visit) => ({ day, lines: [lineOf(6 + (visit % 2))] }));
    expect(shownOf(judgeLast(orders))).toEqual(["quality-oriented"]);
    const returning = orders.map((order) => ({
      ...order,
      lines: order.lines.map((line) => ({ ...line, returned: 1 })),
    }));
    expect(shownOf(judgeLast(returning))).toEqual([]);
  });

  test("who keeps to one vendor is brand-loyal", () => {
    const orders = visitDays.map((day, visit) => ({ day, lines: [lineOf((visit % 2) * 4)] }));
    expect(shownOf(judgeLast(orders))).toEqual(["brand-loyal"]);
  });

  test("of who came twice nothing is said, but what is missing", () => {
    const results = judgeLast(visitDays.slice(0, 2).map((day) => ({ day, lines: [lineOf(1)] })));
    expect(results.map(({ kind }) => kind)).toEqual(Array(5).fill("not-enough-history"));
  });
});

describe("in any shop", () => {
  function judgeAll(orders: readonly PlainOrder[], asOfDay: number) {
    const baskets = basketsOf(randomCustomers, orders);
    const visits = visitsOf(baskets, asOfDay);
    const base = measureTraits(baskets, visits, asOfDay);
    const judge = createTraitJudge(baskets, visits, base, asOfDay);
    const results = Array.from({ length: randomCustomers }, (_, customer) => judge(customer));
    return { base, results, bits: judgeTraits(baskets, visits, base, asOfDay) };
  }

  test("the order of orders does not matter, and every number is finite", () => {
    fc.assert(
      fc.property(shuffledOrders, ([orders, shuffled]) => {
        const judged = judgeAll(orders, 155);
        expect(judgeAll(shuffled, 155)).toEqual(judged);
        for (const result of judged.results.flat()) {
          if (result.kind === "not-enough-history") {
            expect(result.missing.has).toBeLessThan(result.missing.needs);
            continue;
          }
          expect(result.confidence).toBeGreaterThanOrEqual(0);
          expect(result.confidence).toBeLessThanOrEqual(1);
          for (const [name, value] of Object.entries(result.evidence)) {
            if (typeof value === "string") continue;
            expect(value, name).toBeGreaterThanOrEqual(0);
            expect(value, name).toBeLessThan(Infinity);
            if (name.endsWith("Share")) expect(value, name).toBeLessThanOrEqual(1);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("one customer read alone is judged by the stored base as the whole base judged them", () => {
    fc.assert(
      fc.property(randomOrders, fc.nat(randomCustomers - 1), (orders, customer) => {
        const { base, results, bits } = judgeAll(orders, 155);
        const launchDays = new Map<string, number>();
        for (const { day, lines } of orders)
          for (const { product } of lines)
            if (product !== null)
              launchDays.set(product, Math.min(day, launchDays.get(product) ?? day));
        const own = orders
          .filter((order) => order.customer === customer)
          .map((order) => ({
            ...order,
            customer: 0,
            lines: order.lines.map((line) => ({
              ...line,
              ...(line.product === null ? {} : { launchDay: launchDays.get(line.product) ?? 0 }),
            })),
          }));
        const baskets = basketsOf(1, own);
        const stored = JSON.parse(JSON.stringify(base)) as TraitBase;
        const judge = createTraitJudge(baskets, visitsOf(baskets, 155), stored, 155);
        expect(judge(0)).toEqual(results[customer]);
        expect(judge(0)).toEqual(results[customer]);
        expect(traitsOfBits(bits[customer] ?? 0)).toEqual(shownOf(results[customer] ?? []));
      }),
      { numRuns: 100 },
    );
  });
});
