import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainOrder } from "../testing/plain-orders.ts";
import { basketsOf, randomCustomers, shuffledOrders } from "../testing/plain-orders.ts";
import type { Visits } from "../visits.ts";
import { typeVisitsOf, visitsOf } from "../visits.ts";
import { createRiskJudge, judgeRisks } from "./judge-risk.ts";
import { riskLevels } from "./lateness.ts";
import { ownRhythmAt } from "./own-rhythm.ts";
import type { RhythmBase } from "./rhythm-base.ts";
import { measureRhythm } from "./rhythm-base.ts";

/** Ratios of which 95 % are below 2.1 and 99 % below 3.4. */
const cuts = Array.from({ length: 100 }, (_, percent) =>
  percent === 0 ? 0 : percent < 96 ? (2.1 * percent) / 95 : 2.1 + (1.3 * (percent - 95)) / 4,
);
const lateness = {
  gaps: 500,
  isAssumed: false,
  cuts,
  reached: [900, 500, 200, 90, 40],
  cameBack: [500, 250, 100, 25, 5],
};
const base: RhythmBase = {
  cycles: {
    shop: { cycleDays: 40, gaps: 500, isAssumed: false },
    types: [{ type: "coffee", cycleDays: 20, gaps: 100 }],
  },
  byOwn: lateness,
  byShop: lateness,
};

function visitsOn(days: number[], asOfDay: number, type = "cups"): Visits {
  const baskets = basketsOf(
    1,
    days.map((day) => ({ customer: 0, day, lines: [{ product: "p", type }] })),
  );
  return typeVisitsOf(baskets, visitsOf(baskets, asOfDay));
}

function judge(days: number[], asOfDay: number, type?: string, by: RhythmBase = base) {
  return createRiskJudge(visitsOn(days, asOfDay, type), by, asOfDay)(0);
}

describe("risk", () => {
  test("usually every 31 days, 74 days since the last order: at risk", () => {
    expect(judge([100, 130, 161, 192, 225], 299)).toEqual({
      kind: "judged",
      level: "at-risk",
      daysSinceLast: 74,
      judgedBy: { kind: "own-rhythm", usualDays: 31, spreadDays: 0.5, gaps: 4, shorterGaps: 4 },
      laterThanPercent: 95,
      isPercentAssumed: false,
      levelDays: { "on-time": 0, due: 35, late: 55, "at-risk": 66, lost: 106 },
      reached: 90,
      cameBack: 25,
    });
  });

  test("who took as long before is not late, whatever others do", () => {
    // Gaps of 7, 8, 60, 7, 55 days: 50 days are later than 95 % with a usual 8, but not later than two of five own gaps.
    expect(judge([100, 107, 115, 175, 182, 237], 287)).toMatchObject({
      level: "due",
      laterThanPercent: 99,
      judgedBy: { kind: "own-rhythm", usualDays: 8, shorterGaps: 3 },
      levelDays: { due: 9, late: 56, "at-risk": 61, lost: 61 },
    });
  });

  test("without three gaps of one's own the shop's cycle is the measure, and what is missing is said", () => {
    expect(judge([100, 130, 161], 191)).toMatchObject({
      level: "on-time",
      judgedBy: { kind: "shop-cycle", usualDays: 40, gaps: 500, own: { needs: 3, has: 2 } },
    });
  });

  test("what was bought last and runs out first is the measure where its cycle is known", () => {
    expect(judge([100], 160, "coffee")).toMatchObject({
      level: "at-risk",
      judgedBy: { kind: "type-cycle", productType: "coffee", usualDays: 20, gaps: 100 },
    });
  });

  test("a shop without a rhythm judges by a quarter, marked as assumed", () => {
    const empty = measureRhythm(visitsOn([], 300), 300);
    expect(judge([100], 300, "cups", empty)).toMatchObject({
      level: "due",
      isPercentAssumed: true,
      judgedBy: { kind: "assumed-cycle", usualDays: 90, gaps: 0, needsGaps: 20 },
    });
  });

  test("nobody is judged who has not come, or comes only after the date", () => {
    expect(judge([], 300)).toEqual({ kind: "no-visits" });
    expect(judge([301], 300)).toEqual({ kind: "no-visits" });
  });
});

describe("an own rhythm", () => {
  test("of 30, 31, 28 and 90 days is 30.5, give or take 1.5", () => {
    const days = Int32Array.of(0, 30, 61, 89, 179);
    expect(ownRhythmAt(days, 0, 4)).toEqual({
      usualDays: 30.5,
      spreadDays: 1.5,
      gaps: [30, 31, 28, 90],
    });
  });

  test("is that of the last twelve gaps", () => {
    const days = Int32Array.from({ length: 21 }, (_, visit) =>
      visit <= 8 ? visit * 7 : 56 + (visit - 8) * 30,
    );
    expect(ownRhythmAt(days, 0, 20)).toMatchObject({ usualDays: 30, spreadDays: 0 });
  });
});

describe("a base", () => {
  test("puts each gap in relation to what was usual when it began", () => {
    const days = [0, 10, 20, 30, 45];
    const { byOwn, byShop } = measureRhythm(visitsOn(days, 75), 75);
    // Own: 15 days at usually 10 ended, 30 days at usually 10 is open. By the shop's 90: three of 10 days ended.
    expect(byOwn).toMatchObject({ gaps: 1, isAssumed: true });
    expect(byShop).toMatchObject({ gaps: 3, isAssumed: true });
    expect(byOwn.reached[0]).toBe(2);
    expect(byOwn.cameBack[0]).toBe(1);
  });

  test("survives being stored, and does not depend on the order of orders", () => {
    fc.assert(
      fc.property(
        shuffledOrders,
        fc.integer({ min: 120, max: 170 }),
        ([orders, shuffled], asOf) => {
          const of = (given: PlainOrder[]) => {
            const baskets = basketsOf(randomCustomers, given);
            const visits = typeVisitsOf(baskets, visitsOf(baskets, asOf));
            const measured = measureRhythm(visits, asOf);
            return { measured, risks: judgeRisks(visits, measured, asOf) };
          };
          const first = of(orders);
          expect(of(shuffled)).toEqual(first);
          expect(JSON.parse(JSON.stringify(first.measured))).toEqual(first.measured);
          for (const risk of first.risks)
            expect(risk === 255 || risk < riskLevels.length).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
