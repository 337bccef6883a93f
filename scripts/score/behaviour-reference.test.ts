/**
 * Behaviour on a real shop, compared with the definitions worked out a second time here: plainly, with none of our code
 * but the reader of the file. It lies beside the project and is no part of it; without it the tests are skipped.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Baskets, Visits } from "../../app/scoring/index.ts";
import {
  boughtBy,
  findAssociations,
  findPaths,
  indexAssociations,
  judgeRisks,
  judgeTraits,
  measureBehaviour,
  parseCalendarDate,
  netMoney,
  profileHours,
  profilePlaces,
  riskLevels,
  suggestNext,
  traitKeys,
  traitsOfBits,
  typeVisitsOf,
  visitsOf,
} from "../../app/scoring/index.ts";
import type { ExportedOrder } from "../../order-export/exported-order.ts";
import { loadOrderExport } from "../../order-export/load-order-export.ts";
import { basketsOfExport } from "./baskets-of-export.ts";

const path = join(import.meta.dirname, "../../../shared/data/online-retail.orders_export.csv.gz");
const asOfDay = parseCalendarDate("2011-12-09") ?? 0;
const dayMs = 86_400_000;
const everybody = { labelOf: [], names: [] };
const always = { fromDay: 0, asOfDay };

describe.skipIf(!existsSync(path))(
  "behaviour on a real export (skipped without the data folder beside the project)",
  () => {
    let counted: ExportedOrder[] = [];
    let customers: string[] = [];
    let baskets: Baskets;
    let visits: Visits;

    beforeAll(async () => {
      const { orders, timeZone } = await loadOrderExport(path);
      counted = orders.filter(
        (order) =>
          order.customerEmail !== "" &&
          order.cancelledAtMs === null &&
          order.totalMinor > order.refundedMinor,
      );
      customers = [...new Set(counted.map((order) => order.customerEmail))];
      baskets = basketsOfExport(orders, customers, timeZone, netMoney);
      visits = visitsOf(baskets, asOfDay);
    }, 120_000);

    test("visits are the days on which each customer bought, with what they bought", () => {
      const plain = visitsPlainly();
      expect(visits.day.length).toBe(plain.reduce((sum, { days }) => sum + days.length, 0));
      const products = plain.flatMap(({ days }) => days.map(({ products }) => products.size));
      expect(visits.item.length).toBe(products.reduce((sum, size) => sum + size, 0));
    });

    test("what is bought next after the most popular product equals a plain count", () => {
      const [first] = findAssociations(visits, "next-visit", { mostPerItem: 10_000 });
      expect(first).toBeDefined();
      const steps = visitsPlainly().flatMap(({ days }) =>
        days.slice(1).map((to, index) => ({ from: days[index], to })),
      );
      const starting = steps.filter(({ from }) => from?.products.has(first?.item ?? ""));
      expect(first?.visits).toBe(starting.length);
      for (const { item, support, lift, medianDays } of first?.with.slice(0, 40) ?? []) {
        const both = starting.filter(({ to }) => to.products.has(item));
        const ending = steps.filter(({ to }) => to.products.has(item)).length;
        expect(support).toBe(both.length);
        expect(lift).toBeCloseTo(both.length / starting.length / (ending / steps.length), 10);
        expect(medianDays).toBe(middleOf(both.map(({ from, to }) => to.day - (from?.day ?? 0))));
      }
    });

    test("people come back for the same thing, and teacups go with their saucers' sisters", () => {
      const next = indexAssociations(findAssociations(visits, "next-visit"));
      const again = [...next.values()].filter(({ item, with: others }) =>
        others.some((other) => other.item === item && other.lift > 1),
      );
      expect(again.length / next.size).toBeGreaterThan(0.5);
      const together = indexAssociations(findAssociations(visits, "same-visit"));
      // Regency teacups and saucers in pink (22697: green, 22698: pink, 22699: roses).
      const green = together.get("22697")?.with.slice(0, 3);
      expect(
        green
          ?.map(({ item }) => item)
          .sort()
          .slice(0, 2),
      ).toEqual(["22698", "22699"]);
      expect(green?.every(({ lift }) => lift > 5)).toBe(true);
    });

    test("a cross-sell list offers what the customer has not, best first", () => {
      const next = indexAssociations(findAssociations(visits, "next-visit"));
      const lists = customers.slice(0, 300).map((_, customer) => {
        const bought = boughtBy(visits, customer);
        return { bought, list: suggestNext(bought, next) };
      });
      for (const { bought, list } of lists) {
        expect(list.every(({ item, because }) => !bought.has(item) && bought.has(because))).toBe(
          true,
        );
        const ranks = list.map(({ lift, support }) => lift * support);
        expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
      }
      expect(lists.filter(({ list }) => list.length === 5).length).toBeGreaterThan(200);
    });

    test("paths count each customer who came twice once", () => {
      const { customersByVisits, second } = findPaths(baskets, asOfDay, "products");
      const plain = visitsPlainly();
      const known = plain.map(({ days }) =>
        days.slice(0, 2).filter(({ products }) => products.size > 0),
      );
      expect(customersByVisits[1]).toBe(known.filter((days) => days.length === 2).length);
      expect(second.every(({ customers: taken, share }) => taken >= 5 && share <= 1)).toBe(true);
    });

    test("the shop's cycle equals the plain median, and levels thin out with lateness", () => {
      const base = measureBehaviour(baskets, asOfDay);
      const gaps = visitsPlainly().flatMap(({ days }) =>
        days.slice(1).map(({ day }, index) => day - (days[index]?.day ?? 0)),
      );
      expect(base.rhythm.cycles.shop).toEqual({
        cycleDays: middleOf(gaps),
        gaps: gaps.length,
        isAssumed: false,
      });
      const typeVisits = typeVisitsOf(baskets, visits);
      const risks = judgeRisks(typeVisits, base.rhythm, asOfDay);
      const counts = riskLevels.map((_, level) => risks.filter((risk) => risk === level).length);
      expect(counts.every((count) => count > 20)).toBe(true);
      // Of those who were due, or later, ever fewer came back.
      for (const { reached, cameBack } of [base.rhythm.byOwn, base.rhythm.byShop]) {
        const shares = cameBack.map((came, level) => came / (reached[level] ?? 1)).slice(1);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
      }
    });

    test("traits show for some, never where the file says nothing of them", () => {
      const base = measureBehaviour(baskets, asOfDay);
      const bits = judgeTraits(baskets, visits, base.traits, asOfDay);
      const counts = new Map(traitKeys.map((key) => [key, 0]));
      for (const one of bits)
        for (const key of traitsOfBits(one)) counts.set(key, (counts.get(key) ?? 0) + 1);
      // No discounts and no vendors in this file.
      expect(counts.get("price-sensitive")).toBe(0);
      expect(counts.get("brand-loyal")).toBe(0);
      for (const key of ["novelty-seeker", "bundle-buyer", "quality-oriented"] as const) {
        expect(counts.get(key), key).toBeGreaterThan(10);
        expect(counts.get(key), key).toBeLessThan(customers.length / 4);
      }
    });

    test("hours and countries equal a plain count: Thursday noon, and nearly all from GB", () => {
      const [hours] = profileHours(baskets, everybody, always);
      const grid = Array<number>(168).fill(0);
      for (const { createdAtMs } of counted) {
        const at = new Date(createdAtMs);
        const cell = ((at.getUTCDay() + 6) % 7) * 24 + at.getUTCHours();
        grid[cell] = (grid[cell] ?? 0) + 1;
      }
      expect(hours?.grid).toEqual(grid);
      expect(hours?.best).toMatchObject({ kind: "best", hour: { at: 12 }, weekday: { at: 3 } });
      const [places] = profilePlaces(baskets, "country", everybody, always);
      const fromGb = counted.filter(({ countryCode }) => countryCode === "GB");
      expect(places?.places[0]).toMatchObject({
        name: "GB",
        orders: fromGb.length,
        customers: new Set(fromGb.map(({ customerEmail }) => customerEmail)).size,
      });
      expect(places?.places[0]?.share.share).toBeGreaterThan(0.85);
    });

    type PlainVisit = { day: number; products: Set<string> };

    function visitsPlainly(): { email: string; days: PlainVisit[] }[] {
      const byCustomer = new Map<string, Map<number, Set<string>>>();
      for (const order of counted) {
        const days = byCustomer.get(order.customerEmail) ?? new Map<number, Set<string>>();
        byCustomer.set(order.customerEmail, days);
        // All times of this file are UTC.
        const day = Math.floor(order.createdAtMs / dayMs);
        const products = days.get(day) ?? new Set<string>();
        days.set(day, products);
        for (const line of order.lineItems) products.add(line.sku === "" ? line.name : line.sku);
      }
      return [...byCustomer].map(([email, days]) => ({
        email,
        days: [...days].map(([day, products]) => ({ day, products })).sort((a, b) => a.day - b.day),
      }));
    }
  },
);

function middleOf(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
}
