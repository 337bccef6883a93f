import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { never } from "../calendar-day.ts";
import {
  expectedOrdersInSilence,
  pBuysWithinInSilence,
} from "../models/order-models/in-silence.ts";
import { expectedOrders } from "../models/order-models/expected-orders.ts";
import { pBuysWithin } from "../models/order-models/buys-within.ts";
import type { TestOrder } from "../testing/random-shops.ts";
import { frameOf } from "../testing/random-shops.ts";
import { randomOutlooks } from "../testing/random-outlooks.ts";
import { forecastSpend } from "./spend-forecast.ts";

const histories = fc
  .record({ repeats: fc.nat(8), lastAt: fc.nat(400), silence: fc.nat(700), more: fc.nat(900) })
  .map(({ repeats, lastAt, silence, more }) => {
    const last = repeats === 0 ? 0 : Math.max(repeats, lastAt);
    return {
      early: { repeats, lastAt: last, observed: last + silence },
      late: { repeats, lastAt: last, observed: last + silence + more },
    };
  });

const orders: fc.Arbitrary<TestOrder[]> = fc.array(
  fc.record({
    customer: fc.constant(0),
    day: fc.integer({ min: 0, max: 300 }),
    netMinor: fc.integer({ min: 1, max: 50_000 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe("while a customer buys nothing", () => {
  test("orders and chances stay between their bounds on every day, which meet on one day", () => {
    fc.assert(
      fc.property(
        randomOutlooks,
        histories,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ models }, { early, late }, place) => {
          const { model } = models.orders["mbg-cnbd-k"];
          const days = late.observed - early.observed;
          const between = { ...early, observed: early.observed + Math.round(place * days) };
          for (const [bounds, exact] of [
            [expectedOrdersInSilence, expectedOrders],
            [pBuysWithinInSilence, pBuysWithin],
          ] as const) {
            const { low, high } = bounds(model, early, late, 365);
            const value = exact(model, between, 365);
            expect(low).toBeLessThanOrEqual(value * (1 + 1e-9));
            expect(high).toBeGreaterThanOrEqual(value * (1 - 1e-9));
            const here = bounds(model, between, between, 365);
            expect([here.low, here.high]).toEqual([value, value]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a regular buyer's expectation rises at first, as the next order comes nearer", () => {
    const model = { kind: "mbg-cnbd-k", k: 3, r: 0.9, alpha: 90, a: 0.6, b: 2 } as const;
    const at = (silence: number): number =>
      expectedOrders(model, { repeats: 5, lastAt: 200, observed: 200 + silence }, 365);
    expect(at(10)).toBeGreaterThan(at(0));
    expect(at(60)).toBeLessThan(at(10));
  });

  test("the day on which the expected spend crosses an amount is the one that going day by day finds", () => {
    fc.assert(
      fc.property(
        randomOutlooks,
        orders,
        fc.integer({ min: 1, max: 200_000 }),
        fc.nat(200),
        (outlook, bought, boundMinor, wait) => {
          const forecast = forecastSpend(outlook, frameOf(1, bought), 300);
          if (forecast === null) throw new Error("There are models.");
          const from = 300 + wait;
          const isAbove = forecast.at(0, from) >= boundMinor;
          let day = from + 1;
          while (day < from + 1500 && forecast.at(0, day) >= boundMinor === isAbove) day++;
          const found = forecast.firstDayAcross(0, from, boundMinor);
          if (day < from + 1500) expect(found).toBe(day);
          else expect(found).toBeGreaterThanOrEqual(day);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test("nothing is expected of somebody who bought nothing, nor by a shop without models", () => {
  fc.assert(
    fc.property(randomOutlooks, (outlook) => {
      const forecast = forecastSpend(outlook, frameOf(1, []), 300);
      expect(forecast?.at(0, 300)).toBeNaN();
      expect(forecast?.firstDayAcross(0, 300, 100)).toBe(never);
    }),
    { numRuns: 5 },
  );
  expect(forecastSpend({ kind: "not-enough-history" }, frameOf(1, []), 300)).toBeNull();
  expect(forecastSpend(null, frameOf(1, []), 300)).toBeNull();
});
