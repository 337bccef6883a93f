import fc from "fast-check";
import { expect, test } from "vitest";
import { cycleDaysOf } from "../../cycle-days.ts";
import { frameOf, randomShops } from "../../testing/random-shops.ts";
import { basketsOf } from "../testing/plain-orders.ts";
import { typeVisitsOf, visitsOf, visitsOfFrame } from "../visits.ts";
import { measureCycles } from "./shop-cycles.ts";

test("eleven who came back after 10 days and ten who did after 30 make 10", () => {
  const orders = Array.from({ length: 21 }, (_, customer) => [
    { customer, day: 100, netMinor: 1 },
    { customer, day: customer < 11 ? 110 : 130, netMinor: 1 },
  ]).flat();
  const { shop } = measureCycles(visitsOfFrame(frameOf(21, orders), 200));
  expect(shop).toEqual({ cycleDays: 10, gaps: 21, isAssumed: false });
});

test("the shop's cycle is that of the stages, in any shop", () => {
  fc.assert(
    fc.property(randomShops, ({ customerCount, orders, asOfDay }) => {
      const frame = frameOf(customerCount, orders);
      const { shop } = measureCycles(visitsOfFrame(frame, asOfDay));
      expect(shop.cycleDays).toBe(cycleDaysOf(frame, asOfDay));
      expect(shop.isAssumed).toBe(shop.gaps < 20);
    }),
    { numRuns: 200 },
  );
});

test("a product type's cycle is from one purchase of it to the next, whatever was bought between", () => {
  const orders = Array.from({ length: 20 }, (_, customer) => [
    { customer, day: 100, lines: [{ product: "beans", type: "coffee" }] },
    { customer, day: 107, lines: [{ product: "pot", type: "cups" }] },
    {
      customer,
      day: 130,
      lines: [
        { product: "ground", type: "coffee" },
        { product: "mug", type: "cups" },
      ],
    },
  ]).flat();
  const baskets = basketsOf(20, orders);
  const { types } = measureCycles(typeVisitsOf(baskets, visitsOf(baskets, 200)));
  expect(types).toEqual([
    { type: "cups", cycleDays: 23, gaps: 20 },
    { type: "coffee", cycleDays: 30, gaps: 20 },
  ]);
  const fewer = basketsOf(
    19,
    orders.filter(({ customer }) => customer < 19),
  );
  expect(measureCycles(typeVisitsOf(fewer, visitsOf(fewer, 200))).types).toEqual([]);
});
