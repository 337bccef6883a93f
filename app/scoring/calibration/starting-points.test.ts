import { describe, expect, test } from "vitest";
import { levelAt } from "../cut-points/cut-points.ts";
import { industryKeys } from "../industry.ts";
import { defaultProgram } from "../program/program.ts";
import { scoreBase } from "../score-base.ts";
import { frameOf } from "../testing/random-shops.ts";
import { judgeBaseSize } from "./base-size.ts";
import { cutPointsOfStartingPoint, startingPoints } from "./starting-points.ts";

const orders = Array.from({ length: 12 }, (_, customer) => ({
  customer,
  day: 1000 - 40 * customer,
  netMinor: 4000,
}));
const startingPoint = { industry: "general" as const, belowCustomers: 12 };

describe("a starting point", () => {
  test("begins spend at multiples of the shop's own average order", () => {
    const { monetary } = cutPointsOfStartingPoint("general", { spendMinor: 40_000, orders: 10 });
    expect(monetary).toEqual([3999, 7999, 11_999, 19_999]);
    expect([3999, 4000, 7999, 8000].map((spend) => levelAt(monetary, spend))).toEqual([1, 2, 2, 3]);
  });

  test("takes whoever bought within its days, the last one included", () => {
    const { recency } = cutPointsOfStartingPoint("general", { spendMinor: 0, orders: 0 });
    expect([30, 31, 365, 366].map((days) => levelAt(recency, -days))).toEqual([5, 4, 2, 1]);
  });

  test.each(industryKeys)("%s gives each score something that the one below it lacks", (key) => {
    for (const boundaries of Object.values(startingPoints[key]))
      expect([...new Set(boundaries)].sort((a, b) => a - b)).toEqual(boundaries);
  });

  test("is used, and named, only while the shop has fewer customers than the program says", () => {
    const program = { ...defaultProgram, startingPoint };
    const few = scoreBase(frameOf(12, orders.slice(1)), 1000, program).calibration;
    const enough = scoreBase(frameOf(12, orders), 1000, program).calibration;
    expect([few.startingPoint, enough.startingPoint]).toEqual(["general", undefined]);
    expect(few.cutPoints.frequency).toEqual([1, 2, 3, 5]);
    expect(enough.cutPoints).toEqual(
      scoreBase(frameOf(12, orders), 1000, defaultProgram).calibration.cutPoints,
    );
    expect(judgeBaseSize(few, program)).toEqual({
      kind: "starting-point",
      rankedCustomers: 11,
      from: 12,
    });
  });
});

describe("judgeBaseSize", () => {
  const { calibration } = scoreBase(frameOf(12, orders), 1000, defaultProgram);

  test("finds ten customers to a score enough, and fewer not", () => {
    expect(judgeBaseSize(calibration, defaultProgram)).toEqual({
      kind: "too-few",
      rankedCustomers: 12,
      levels: 5,
      atLeast: 50,
    });
    expect(judgeBaseSize({ ...calibration, rankedCustomers: 50 }, defaultProgram)).toEqual({
      kind: "enough",
    });
  });

  test("has nothing against few customers where no cut point depends on them", () => {
    const cutPoints = {
      recency: { kind: "fixed" as const, daysAtMost: [1, 2, 3, 4] },
      frequency: { kind: "fixed" as const, ordersAtLeast: [2, 3, 4, 5] },
      monetary: { kind: "fixed" as const, spendAtLeast: ["1", "2", "3", "4"] },
    };
    expect(judgeBaseSize(calibration, { ...defaultProgram, currency: "GBP", cutPoints })).toEqual({
      kind: "enough",
    });
  });
});
