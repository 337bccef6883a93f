import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CallBudget } from "../../../shopify/call-budget.ts";
import { reservedPointsOf } from "../../../shopify/call-budget.ts";
import { estimateWrites } from "./estimate-writes.ts";
import { planWrites, stepOrder, type Means } from "./plan-writes.ts";
import {
  mostCustomersPerOperation,
  mostOperations,
  secondsByCalls,
  secondsInBulk,
} from "./write-times.ts";

const standard: CallBudget = {
  availablePoints: 2_000,
  maximumPoints: 2_000,
  restorePointsPerSecond: 100,
};
const atRest: Means = { budget: standard, linesPerSecond: 100, underWay: 0 };
const nobody = { "add-tags": 0, "remove-tags": 0, "set-metafields": 0, "delete-metafields": 0 };

const customers = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 3_000_000 }));
const outstanding = fc.record({
  ready: fc.record({
    "add-tags": customers,
    "remove-tags": customers,
    "set-metafields": customers,
    "delete-metafields": customers,
  }),
  removalsLater: customers,
});
const budget = fc
  .record({
    restorePointsPerSecond: fc.integer({ min: 10, max: 2_000 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ restorePointsPerSecond, share }) => ({
    restorePointsPerSecond,
    maximumPoints: 20 * restorePointsPerSecond,
    availablePoints: Math.floor(20 * restorePointsPerSecond * share),
  }));
const means = fc.record({
  budget: fc.option(budget),
  linesPerSecond: fc.option(fc.double({ min: 0.5, max: 500, noNaN: true })),
  underWay: fc.nat({ max: mostOperations }),
});

describe("a plan", () => {
  test("for one customer's new tier is three calls, the removal behind the addition", () => {
    const one = { ready: { ...nobody, "add-tags": 1, "set-metafields": 1 }, removalsLater: 1 };
    expect(planWrites(one, atRest)).toEqual({
      inBulk: [],
      byCalls: [
        { step: "add-tags", customers: 1 },
        { step: "remove-tags", customers: 1 },
        { step: "set-metafields", customers: 1 },
      ],
      isAll: true,
    });
  });

  test("for tags of 100,000 customers is five equal operations; what comes off waits for them", () => {
    const many = { ready: { ...nobody, "add-tags": 100_000 }, removalsLater: 100_000 };
    expect(planWrites(many, atRest)).toEqual({
      inBulk: Array(5).fill({ step: "add-tags", customers: 20_000 }),
      byCalls: [],
      isAll: false,
    });
  });

  test("writes somebody who has just bought by calls while all five operations are at work", () => {
    const buyer = { ready: { ...nobody, "add-tags": 1 }, removalsLater: 0 };
    const plan = planWrites(buyer, { ...atRest, underWay: 5 });
    expect(plan.byCalls).toEqual([{ step: "add-tags", customers: 1 }]);
    expect(plan.isAll).toBe(false);
  });

  test("for nothing is nothing, and that is all", () => {
    const plan = planWrites({ ready: nobody, removalsLater: 0 }, atRest);
    expect(plan).toEqual({ inBulk: [], byCalls: [], isAll: true });
  });

  test("never starts more operations than there are places, nor larger ones than are taken", () => {
    fc.assert(
      fc.property(outstanding, means, (todo, given) => {
        const { inBulk } = planWrites(todo, given);
        expect(inBulk.length + given.underWay).toBeLessThanOrEqual(mostOperations);
        for (const { step, customers: count } of inBulk) {
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(mostCustomersPerOperation(step));
        }
      }),
    );
  });

  test("names nobody twice and nobody who is not outstanding", () => {
    fc.assert(
      fc.property(outstanding, means, (todo, given) => {
        const { inBulk, byCalls } = planWrites(todo, given);
        for (const step of stepOrder) {
          const planned = [...inBulk, ...byCalls]
            .filter((part) => part.step === step)
            .reduce((sum, part) => sum + part.customers, 0);
          const later = step === "remove-tags" ? todo.removalsLater : 0;
          expect(planned).toBeLessThanOrEqual(todo.ready[step] + later);
        }
      }),
    );
  });

  test("goes on: something is started or written as long as anything is ready and a place is free", () => {
    fc.assert(
      fc.property(outstanding, means, (todo, given) => {
        fc.pre(given.underWay < mostOperations && stepOrder.some((step) => todo.ready[step] > 0));
        const { inBulk, byCalls } = planWrites(todo, given);
        expect(inBulk.length + byCalls.length).toBeGreaterThan(0);
      }),
    );
  });

  test("is all there is to do exactly when it leaves nobody out", () => {
    fc.assert(
      fc.property(outstanding, means, (todo, given) => {
        const plan = planWrites(todo, given);
        const everybody =
          stepOrder.reduce((sum, step) => sum + todo.ready[step], 0) + todo.removalsLater;
        const written = plan.byCalls.reduce((sum, part) => sum + part.customers, 0);
        expect(plan.isAll).toBe(given.underWay === 0 && written === everybody);
      }),
    );
  });

  test("calls only where calls are the quicker way for the step", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), budget, (count, given) => {
        const todo = { ready: { ...nobody, "add-tags": count }, removalsLater: 0 };
        const plan = planWrites(todo, { budget: given, linesPerSecond: 50, underWay: 4 });
        const callSeconds = secondsByCalls("add-tags", count, given);
        expect(plan.byCalls.length > 0).toBe(callSeconds <= secondsInBulk(count, 1, 50));
      }),
    );
  });
});

describe("times and costs", () => {
  test("300 customers' tags by calls at a full Standard bucket take 20 s", () => {
    expect(secondsByCalls("add-tags", 300, standard)).toBe(20);
    expect(reservedPointsOf(standard)).toBe(1_000);
  });

  test("100,000 customers to new tiers on Standard, at 100 lines a second, take less than ten minutes", () => {
    const everybody = 100_000;
    const todo = {
      ready: { ...nobody, "add-tags": everybody, "set-metafields": everybody },
      removalsLater: everybody,
    };
    const { seconds, points } = estimateWrites(todo, [], atRest);
    expect(seconds).toBeLessThan(600);
    expect(points).toBeLessThan(500);
  });

  test("what is under way counts by the operation that has most left", () => {
    const idle = { ready: nobody, removalsLater: 0 };
    const underWay = [
      { lines: 1_000, linesDone: 900 },
      { lines: 5_000, linesDone: 1_000 },
    ];
    expect(estimateWrites(idle, underWay, atRest)).toEqual({ seconds: 40, points: 0 });
  });
});
