import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainScores } from "./explain-scores.ts";
import { explainTier } from "./tiers/explain-tier.ts";
import { quantileLevelOf } from "./cut-points/quantile-level.ts";
import { countLess } from "./cut-points/ladder.ts";
import { defaultProgram } from "./program/program.ts";
import { scoreBase } from "./score-base.ts";
import { shownValueE4 } from "./value.ts";
import { frameOf, randomShops } from "./testing/random-shops.ts";

describe("five customers, the first with three orders today and before, worked by hand", () => {
  const orders = [
    { customer: 0, day: 900, netMinor: 2000 },
    { customer: 0, day: 1000, netMinor: 4000 },
    { customer: 1, day: 990, netMinor: 5000 },
    { customer: 2, day: 980, netMinor: 3000 },
    { customer: 3, day: 970, netMinor: 2000 },
    { customer: 4, day: 960, netMinor: 1000 },
  ];
  const { metrics, scores, calibration } = scoreBase(frameOf(6, orders), 1000, defaultProgram);

  test("each score comes with the number, the share it beats, and where the next one starts", () => {
    expect(explainScores(metrics, 2, calibration, defaultProgram)).toEqual([
      { metric: "recency", value: 20, score: 3, beats: 0.4, weightBp: 2000, nextScoreAt: 19 },
      { metric: "frequency", value: 1, score: 1, beats: 0, weightBp: 3000, nextScoreAt: 2 },
      { metric: "monetary", value: 3000, score: 3, beats: 0.4, weightBp: 5000, nextScoreAt: 3001 },
    ]);
  });

  test("there is nothing above a score of 5", () => {
    expect(
      explainScores(metrics, 0, calibration, defaultProgram).map(({ score, nextScoreAt }) => [
        score,
        nextScoreAt,
      ]),
    ).toEqual([
      [5, null],
      [5, null],
      [5, null],
    ]);
  });

  test("the tier comes with its bounds and the distance to both neighbours", () => {
    // Values of 5 customers: 80, 42, 28, 14, 0 of 100.
    expect(explainTier(metrics, scores, 1, calibration, defaultProgram)).toEqual({
      tierKey: "growth",
      valueE4: 420_000,
      valueBeats: 0.6,
      tiers: [
        { key: "core", cutBp: 8000, aboveE4: 420_000, conditions: [] },
        { key: "growth", cutBp: 5000, aboveE4: 280_000, conditions: [] },
        { key: "base", cutBp: 0, aboveE4: null, conditions: [] },
      ],
      toNextE4: 0,
      toLosingE4: 140_000,
    });
  });

  test("a customer who is not ranked has neither", () => {
    expect(explainScores(metrics, 5, calibration, defaultProgram)).toEqual([]);
    expect(explainTier(metrics, scores, 5, calibration, defaultProgram)).toBeNull();
  });
});

test("nextScoreAt has the next score or a higher one, and the last number before it has not", () => {
  fc.assert(
    fc.property(randomShops, (shop) => {
      const { metrics, calibration } = scoreBase(
        frameOf(shop.customerCount, shop.orders),
        shop.asOfDay,
        shop.program,
      );
      for (let customer = 0; customer < shop.customerCount; customer++) {
        for (const { metric, score, nextScoreAt } of explainScores(
          metrics,
          customer,
          calibration,
          shop.program,
        )) {
          const sign = metric === "recency" ? -1 : 1;
          const scoreAt = (value: number) =>
            quantileLevelOf(
              countLess(calibration.ladders[metric], sign * value),
              calibration.rankedCustomers,
              5,
            );
          if (nextScoreAt === null) continue;
          expect(scoreAt(nextScoreAt)).toBeGreaterThan(score);
          expect(scoreAt(nextScoreAt - sign)).toBe(score);
        }
      }
    }),
  );
});

test("a customer has a tier exactly when the value is above its bound", () => {
  fc.assert(
    fc.property(randomShops, (shop) => {
      const { metrics, scores, calibration } = scoreBase(
        frameOf(shop.customerCount, shop.orders),
        shop.asOfDay,
        shop.program,
      );
      for (let customer = 0; customer < shop.customerCount; customer++) {
        const reason = explainTier(metrics, scores, customer, calibration, shop.program);
        if (reason === null) continue;
        const valueE4 = shownValueE4(scores.value[customer] ?? 0, calibration.rankedCustomers);
        // Two values may look the same with four decimals only when n is far larger than here.
        const reached = reason.tiers.find(({ aboveE4 }) => aboveE4 === null || valueE4 > aboveE4);
        expect(reached?.key).toBe(reason.tierKey);
        expect(reason.toNextE4 ?? 0).toBeGreaterThanOrEqual(0);
        expect(reason.toLosingE4 ?? 1).toBeGreaterThan(0);
      }
    }),
  );
});
