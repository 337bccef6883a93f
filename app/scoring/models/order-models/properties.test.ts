import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forecastMany } from "../forecast/forecast-many.ts";
import { pAlive } from "./alive.ts";
import { pBuysWithin } from "./buys-within.ts";
import { expectedOrders } from "./expected-orders.ts";
import { orderCountChances } from "./order-count-chances.ts";
import type { OrderHistory, OrderModel } from "./order-model.ts";
import { ordersAtStopChance } from "./orders-at-stop-chance.ts";

const anySize = (least: number, most: number) =>
  fc.double({ min: least, max: most, noNaN: true }).map((power) => 10 ** power);
const models: fc.Arbitrary<OrderModel> = fc
  .tuple(
    fc.constantFrom("bg-nbd", "mbg-nbd", "mbg-cnbd-k", "pareto-nbd"),
    fc.tuple(anySize(-6, 6), anySize(-6, 6), anySize(-6, 6), anySize(-6, 6)),
    fc.integer({ min: 1, max: 12 }),
  )
  .map(([kind, [r, alpha, third, fourth], k]): OrderModel => {
    if (kind === "pareto-nbd") return { kind, r, alpha, s: third, beta: fourth };
    if (kind === "mbg-cnbd-k") return { kind, k, r, alpha, a: third, b: fourth };
    return { kind, r, alpha, a: third, b: fourth };
  });
const histories: fc.Arbitrary<OrderHistory> = fc
  .tuple(
    fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 100_000 })),
    anySize(-6, 9),
    fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  )
  .map(([repeats, observed, share]) => ({
    repeats,
    lastAt: repeats === 0 ? 0 : share * observed,
    observed,
  }));

describe("every order model, whatever the parameters and the history", () => {
  test("is finite and within bounds, and chances grow with the horizon", () => {
    fc.assert(
      fc.property(models, histories, anySize(-6, 9), (model, history, horizon) => {
        const alive = pAlive(model, history);
        const buys = pBuysWithin(model, history, horizon);
        const expected = expectedOrders(model, history, horizon);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(buys).toBeGreaterThanOrEqual(0);
        expect(buys).toBeLessThanOrEqual(alive * (1 + 1e-12));
        expect(Number.isFinite(expected)).toBe(true);
        // At least one order is expected as often as one comes.
        expect(expected).toBeGreaterThanOrEqual(buys * (1 - 1e-12));
        expect(pBuysWithin(model, history, 2 * horizon)).toBeGreaterThanOrEqual(buys * (1 - 1e-12));
        expect(expectedOrders(model, history, 2 * horizon)).toBeGreaterThanOrEqual(
          expected * (1 - 1e-12),
        );
      }),
      { numRuns: 400 },
    );
  });

  test("does not depend on the unit of time", () => {
    fc.assert(
      fc.property(
        models,
        histories,
        anySize(-6, 9),
        fc.constantFrom(1 / 7, 30, 86_400),
        (model, history, horizon, unit) => {
          const scaled: OrderModel =
            model.kind === "pareto-nbd"
              ? { ...model, alpha: model.alpha * unit, beta: model.beta * unit }
              : { ...model, alpha: model.alpha * unit };
          const there = {
            repeats: history.repeats,
            lastAt: history.lastAt * unit,
            observed: history.observed * unit,
          };
          // The time since the last order is itself rounded; where it is next to nothing the rest is not comparable.
          fc.pre(
            history.lastAt === 0 || history.observed - history.lastAt > 1e-4 * history.observed,
          );
          const here = [
            expectedOrders(model, history, horizon),
            pAlive(model, history),
            pBuysWithin(model, history, horizon),
          ];
          const moved = [
            expectedOrders(scaled, there, horizon * unit),
            pAlive(scaled, there),
            pBuysWithin(scaled, there, horizon * unit),
          ];
          for (const [index, value] of here.entries()) {
            // Below 1e-290 doubles run out of digits.
            if (value > 1e-290) expect((moved[index] ?? 0) / value).toBeCloseTo(1, 7);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("somebody who may stop is less surely alive the longer the silence", () => {
    fc.assert(
      fc.property(models, histories, (model, history) => {
        const later = { ...history, observed: history.observed * 1.5 };
        // A gap that must end sometime is one more reason; within a regular rhythm that is so as well.
        expect(pAlive(model, later)).toBeLessThanOrEqual(pAlive(model, history) * (1 + 1e-9));
      }),
      { numRuns: 300 },
    );
  });
});

const ordinary: OrderModel[] = [
  { kind: "bg-nbd", r: 0.24, alpha: 4.4, a: 0.8, b: 2.4 },
  { kind: "mbg-nbd", r: 0.5, alpha: 6, a: 0.9, b: 1.6 },
  { kind: "mbg-cnbd-k", k: 3, r: 1.2, alpha: 9, a: 0.6, b: 1.9 },
  { kind: "pareto-nbd", r: 0.55, alpha: 10.6, s: 0.6, beta: 11.7 },
];

describe.each(ordinary)("counts under $kind", (model) => {
  test.each([
    { repeats: 0, lastAt: 0, observed: 0 },
    { repeats: 2, lastAt: 30, observed: 39 },
    { repeats: 12, lastAt: 39, observed: 39 },
  ])("add up to 1, and their mean is E[Y(h)] (%o)", (history) => {
    const chances = orderCountChances(model, history, 39, 400);
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
    expect(chances.reduce((sum, chance, n) => sum + n * chance, 0)).toBeCloseTo(
      expectedOrders(model, history, 39),
      8,
    );
    expect(1 - (chances[0] ?? 0)).toBeCloseTo(pBuysWithin(model, history, 39), 10);
  });

  test("many at once are what each is alone", () => {
    const count = 500;
    const repeats = Array.from({ length: count }, (_, index) => index % 4);
    const observed = Array.from({ length: count }, (_, index) => 1 + ((index * 37) % 391) * 1.3);
    const lastAt = observed.map((end, index) =>
      repeats[index] === 0 ? 0 : (end * (index % 10)) / 10,
    );
    const many = forecastMany(model, { repeats, lastAt, observed }, 52);
    for (let index = 0; index < count; index++) {
      const one = {
        repeats: repeats[index] ?? 0,
        lastAt: lastAt[index] ?? 0,
        observed: observed[index] ?? 0,
      };
      const expected = expectedOrders(model, one, 52);
      expect(many.pAlive[index]).toBeCloseTo(pAlive(model, one), 13);
      expect((many.expectedOrders[index] ?? 0) / expected).toBeCloseTo(1, 10);
    }
  });
});

test("orders at a given stopping chance: ¾ with one step, and the same sum by counting with three", () => {
  expect(ordersAtStopChance(1, 3, 1, 0)(1, 0)).toBeCloseTo(0.75, 14);
  const [shape, growth, k, done, p] = [1.3, 2, 3, 1, 0.4];
  let [chance, sum] = [(1 + growth) ** -shape, 0];
  for (let steps = 0; steps < 500; steps++) {
    sum += (chance * (1 - (1 - p) ** Math.floor((steps + done) / k))) / p;
    chance *= ((shape + steps) / (steps + 1)) * (growth / (1 + growth));
  }
  expect(ordersAtStopChance(shape, growth, k, done)(p, 1 - p)).toBeCloseTo(sum, 12);
});
