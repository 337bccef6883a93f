import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeCalibration, encodeCalibration } from "./calibration/calibration-json.ts";
import type { Program } from "./program/program.ts";
import { defaultProgram } from "./program/program.ts";
import type { Scores } from "./score.ts";
import { labelsOf } from "./score.ts";
import { scoreAgainst, scoreBase } from "./score-base.ts";
import type { TestOrder, TestShop } from "./testing/random-shops.ts";
import { frameOf, randomShops } from "./testing/random-shops.ts";
import { scorePlainly } from "./testing/score-plainly.ts";

function scoreShop({ customerCount, orders, asOfDay, program }: TestShop) {
  return scoreBase(frameOf(customerCount, orders), asOfDay, program);
}

/** One customer's scores, values and labels in a row. */
function readScores(scores: Scores, customer: number, program: Program): unknown[] {
  const { recency, frequency, monetary, value, valueLess } = scores;
  const { tier, group, stage } = labelsOf(scores, customer, program);
  return [
    recency[customer],
    frequency[customer],
    monetary[customer],
    value[customer],
    valueLess[customer],
    tier,
    group,
    stage,
  ];
}

const order = (customer: number, day: number, netMinor: number): TestOrder => ({
  customer,
  day,
  netMinor,
});

describe("a small shop, worked by hand", () => {
  // As of day 1000: recency 0, 10, 10, 500, 1; window orders 3, 1, 1, 0, 1; window spend 60, 50, 50, 0, 10; 5 has none yet.
  const orders = [
    order(0, 800, 1000),
    order(0, 900, 2000),
    order(0, 1000, 3000),
    order(1, 990, 5000),
    order(2, 990, 5000),
    order(3, 500, 90_000),
    order(4, 999, 1000),
    order(5, 1001, 70_000),
  ];
  const { scores, calibration } = scoreBase(frameOf(6, orders), 1000, defaultProgram);

  test("has scores by how many are strictly worse, and equal customers have equal ones", () => {
    expect(calibration.rankedCustomers).toBe(5);
    expect([...scores.recency]).toEqual([5, 2, 2, 1, 4, 0]);
    expect([...scores.frequency]).toEqual([5, 2, 2, 1, 2, 0]);
    expect([...scores.monetary]).toEqual([5, 3, 3, 1, 2, 0]);
  });

  test("has values of weight times worse", () => {
    // 2000·4+3000·4+5000·4, 2000·1+3000·1+5000·2, the same, 0, 2000·3+3000·1+5000·1
    expect([...scores.value]).toEqual([40_000, 15_000, 15_000, 0, 14_000, 0]);
    expect([...scores.valueLess]).toEqual([4, 2, 2, 0, 1, 0]);
  });

  test("has labels, and none for the customer whose first order is tomorrow's", () => {
    expect([0, 1, 3, 4, 5].map((customer) => labelsOf(scores, customer, defaultProgram))).toEqual([
      { tier: "core", group: "high-value", stage: "growing" },
      { tier: "base", group: "at-risk", stage: "new" },
      { tier: "base", group: "dormant", stage: "lost" },
      { tier: "base", group: "new", stage: "new" },
      { tier: null, group: null, stage: null },
    ]);
  });
});

describe("shops at the edge", () => {
  test("without customers nothing is scored", () => {
    expect(scoreBase(frameOf(0, []), 10, defaultProgram).scores.recency).toHaveLength(0);
  });

  test("an only customer has scores of 1 and the lowest tier", () => {
    const { scores } = scoreBase(frameOf(1, [order(0, 10, 500)]), 10, defaultProgram);
    expect([scores.recency[0], scores.frequency[0], scores.monetary[0], scores.value[0]]).toEqual([
      1, 1, 1, 0,
    ]);
    expect(labelsOf(scores, 0, defaultProgram)).toEqual({
      tier: "base",
      group: "dormant",
      stage: "new",
    });
  });

  test("customers who are all equal are all scored 1", () => {
    const { scores } = scoreBase(
      frameOf(
        9,
        Array.from({ length: 9 }, (_, customer) => order(customer, 10, 500)),
      ),
      10,
      defaultProgram,
    );
    expect(new Set([...scores.recency, ...scores.frequency, ...scores.monetary])).toEqual(
      new Set([1]),
    );
    expect(new Set(scores.tier)).toEqual(new Set([2]));
  });

  test("the first customer of a shop that was empty at calibration is scored as an only one", () => {
    const empty = scoreBase(frameOf(0, []), 10, defaultProgram).calibration;
    const { scores } = scoreAgainst(empty, frameOf(1, [order(0, 10, 500)]), 10, defaultProgram);
    expect(labelsOf(scores, 0, defaultProgram)).toEqual({
      tier: "base",
      group: "dormant",
      stage: "new",
    });
  });
});

describe("any shop", () => {
  test("is scored as plain counting over all pairs of customers does", () => {
    fc.assert(
      fc.property(randomShops, (shop) => {
        const { scores } = scoreShop(shop);
        for (const [customer, expected] of scorePlainly(shop).entries())
          expect(readScores(scores, customer, shop.program)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test("is scored the same whatever order its orders come in", () => {
    const shuffled = randomShops.chain((shop) =>
      fc.tuple(
        fc.constant(shop),
        fc.shuffledSubarray(shop.orders, { minLength: shop.orders.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([shop, orders]) => {
        expect(scoreShop({ ...shop, orders })).toEqual(scoreShop(shop));
      }),
    );
  });

  test("has bounded scores and values, and labels exactly for the ranked", () => {
    fc.assert(
      fc.property(randomShops, (shop) => {
        const { scores, metrics, calibration } = scoreShop(shop);
        for (let customer = 0; customer < shop.customerCount; customer++) {
          const isRanked = (metrics.orderCount[customer] ?? 0) > 0;
          for (const column of [scores.recency, scores.frequency, scores.monetary]) {
            expect(column[customer]).toBeGreaterThanOrEqual(isRanked ? 1 : 0);
            expect(column[customer]).toBeLessThanOrEqual(isRanked ? 5 : 0);
          }
          expect(scores.value[customer]).toBeLessThanOrEqual(10_000 * calibration.rankedCustomers);
          expect(
            Object.values(labelsOf(scores, customer, shop.program)).every(
              (label) => (label !== null) === isRanked,
            ),
          ).toBe(true);
        }
      }),
    );
  });

  test("gives nobody with more a lower score: later, oftener and dearer never score less", () => {
    fc.assert(
      fc.property(randomShops, (shop) => {
        const { scores, metrics } = scoreShop(shop);
        for (let a = 0; a < shop.customerCount; a++) {
          for (let b = 0; b < shop.customerCount; b++) {
            if (!metrics.orderCount[a] || !metrics.orderCount[b]) continue;
            const isAtLeast = (column: ArrayLike<number>) => (column[a] ?? 0) >= (column[b] ?? 0);
            if (!isAtLeast(metrics.windowOrders) || !isAtLeast(metrics.windowSpendMinor)) continue;
            if ((metrics.recencyDays[a] ?? 0) > (metrics.recencyDays[b] ?? 0)) continue;
            for (const column of [
              scores.recency,
              scores.frequency,
              scores.monetary,
              scores.value,
              scores.valueLess,
            ])
              expect(isAtLeast(column)).toBe(true);
            expect(scores.tier[a]).toBeLessThanOrEqual(scores.tier[b] ?? 0);
          }
        }
      }),
    );
  });

  test("is scored the same in a currency worth a hundredth", () => {
    fc.assert(
      fc.property(randomShops, fc.integer({ min: 2, max: 1000 }), (shop, factor) => {
        const orders = shop.orders.map((each) => ({ ...each, netMinor: each.netMinor * factor }));
        expect(scoreShop({ ...shop, orders }).scores).toEqual(scoreShop(shop).scores);
      }),
    );
  });
});

describe("a retier against the stored calibration", () => {
  test("changes nothing for a customer without news, each alone and after a trip through JSON", () => {
    fc.assert(
      fc.property(randomShops, (shop) => {
        const { scores, calibration } = scoreShop(shop);
        const stored = decodeCalibration(
          JSON.parse(JSON.stringify(encodeCalibration(calibration))),
        );
        expect(stored).toEqual(calibration);
        for (let customer = 0; customer < shop.customerCount; customer++) {
          const own = shop.orders
            .filter((each) => each.customer === customer)
            .map((each) => ({ ...each, customer: 0 }));
          const alone = scoreAgainst(stored, frameOf(1, own), shop.asOfDay, shop.program).scores;
          expect(readScores(alone, 0, shop.program)).toEqual(
            readScores(scores, customer, shop.program),
          );
        }
      }),
    );
  });

  test("never lowers a customer because of another order", () => {
    fc.assert(
      fc.property(randomShops, fc.integer({ min: 1, max: 1_000_000 }), (shop, netMinor) => {
        const { scores, calibration } = scoreShop(shop);
        const own = shop.orders.filter((each) => each.customer === 0);
        const after = scoreAgainst(
          calibration,
          frameOf(1, [...own, order(0, shop.asOfDay, netMinor)]),
          shop.asOfDay,
          shop.program,
        ).scores;
        for (const key of ["recency", "frequency", "monetary", "value", "valueLess"] as const)
          expect(after[key][0]).toBeGreaterThanOrEqual(scores[key][0] ?? 0);
      }),
    );
  });

  test("refuses a calibration that is not one", () => {
    expect(() => decodeCalibration({ asOfDay: 1 })).toThrow();
  });
});
