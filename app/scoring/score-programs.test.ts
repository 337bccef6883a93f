/** What holds of every program, whatever its levels, cut points, tiers and groups. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeCalibration, encodeCalibration } from "./calibration/calibration-json.ts";
import type { Program } from "./program/program.ts";
import { levelsOf, parseProgram } from "./program/program.ts";
import { labelsOf } from "./score.ts";
import { scoreAgainst, scoreBase } from "./score-base.ts";
import type { TestShop } from "./testing/random-shops.ts";
import { frameOf, randomShops } from "./testing/random-shops.ts";
import { randomPrograms } from "./testing/random-programs.ts";

const shops = fc
  .tuple(randomShops, randomPrograms)
  .map(([shop, program]): TestShop => ({ ...shop, program }));

function scoreShop({ customerCount, orders, asOfDay, program }: TestShop) {
  return scoreBase(frameOf(customerCount, orders), asOfDay, program);
}

test("a customer alone, against the stored calibration, stands where the full run put them", () => {
  fc.assert(
    fc.property(shops, (shop) => {
      const { scores, calibration } = scoreShop(shop);
      const text = JSON.stringify(encodeCalibration(calibration));
      const stored = decodeCalibration(JSON.parse(text));
      expect(stored).toEqual(calibration);
      for (let customer = 0; customer < shop.customerCount; customer++) {
        const own = shop.orders
          .filter((order) => order.customer === customer)
          .map((order) => ({ ...order, customer: 0 }));
        const alone = scoreAgainst(stored, frameOf(1, own), shop.asOfDay, shop.program).scores;
        const first = Object.entries(alone).map(([key, column]) => [key, column[0]]);
        expect(first).toEqual(
          Object.entries(scores).map(([key, column]) => [key, column[customer]]),
        );
      }
    }),
    { numRuns: 150 },
  );
});

test("scores are 1 to the program's levels and labels are there, exactly for the ranked", () => {
  fc.assert(
    fc.property(shops, (shop) => {
      const { scores, metrics } = scoreShop(shop);
      for (let customer = 0; customer < shop.customerCount; customer++) {
        const isRanked = (metrics.orderCount[customer] ?? 0) > 0;
        for (const column of [scores.recency, scores.frequency, scores.monetary]) {
          expect(column[customer]).toBeGreaterThanOrEqual(isRanked ? 1 : 0);
          expect(column[customer]).toBeLessThanOrEqual(isRanked ? levelsOf(shop.program) : 0);
        }
        const labels = Object.values(labelsOf(scores, customer, shop.program));
        expect(labels.every((label) => (label !== null) === isRanked)).toBe(true);
      }
    }),
  );
});

test("whoever bought no less, no less often and no longer ago scores no lower, and equals score the same", () => {
  fc.assert(
    fc.property(shops, (shop) => {
      const { scores, metrics } = scoreShop(shop);
      const pairs = [
        [metrics.windowOrders, scores.frequency, 1],
        [metrics.windowSpendMinor, scores.monetary, 1],
        [metrics.recencyDays, scores.recency, -1],
      ] as const;
      for (const [metric, score, sign] of pairs) {
        for (let a = 0; a < shop.customerCount; a++) {
          for (let b = 0; b < shop.customerCount; b++) {
            if (!metrics.orderCount[a] || !metrics.orderCount[b]) continue;
            if (sign * (metric[a] ?? 0) >= sign * (metric[b] ?? 0))
              expect(score[a]).toBeGreaterThanOrEqual(score[b] ?? 0);
          }
        }
      }
    }),
  );
});

test("nothing depends on the order of the orders, or on how long ago all of it was", () => {
  fc.assert(
    fc.property(shops, fc.integer({ min: -20_000, max: 20_000 }), (shop, days) => {
      const later = shop.orders.map((order) => ({ ...order, day: order.day + days })).reverse();
      const moved = scoreShop({ ...shop, orders: later, asOfDay: shop.asOfDay + days });
      expect(moved.scores).toEqual(scoreShop(shop).scores);
    }),
  );
});

/** The same program with every amount doubled. */
function doubled(program: Program): Program {
  const twice = (amount: string): string => String(2 * Number(amount));
  const text = JSON.stringify(program, (key, value: unknown) => {
    if (key === "spendAtLeast" && Array.isArray(value)) return value.map(twice);
    return key.endsWith("AtLeast") && typeof value === "string" ? twice(value) : value;
  });
  const parsed = parseProgram(JSON.parse(text));
  return parsed.kind === "program" ? parsed.program : program;
}

test("nothing changes when all amounts double, the program's own with them", () => {
  fc.assert(
    fc.property(shops, (shop) => {
      const orders = shop.orders.map((order) => ({ ...order, netMinor: 2 * order.netMinor }));
      const program = doubled(shop.program);
      expect(scoreShop({ ...shop, orders, program }).scores).toEqual(scoreShop(shop).scores);
    }),
  );
});
