import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OrderFacts } from "../counted-order.ts";
import { netMoney, type MoneyRules } from "./money-rules.ts";
import { emptyTally, reconcile, tallyOrder, type AdminFigure } from "./reconcile.ts";
import { anyOrder, anyRules, plainOrder } from "./testing/orders.ts";

function compare(orders: OrderFacts[], admin: AdminFigure, rules: Partial<MoneyRules> = {}) {
  const tally = emptyTally();
  for (const order of orders) tallyOrder(tally, order, { ...netMoney, ...rules });
  return reconcile(tally, admin);
}

const paid = plainOrder;
const partlyRefunded = { ...plainOrder, refundedMinor: 2000 };
const cancelled = { ...plainOrder, isCancelled: true, refundedMinor: 4000 };
const testOrder = { ...plainOrder, isTest: true };

test("equal figures have no difference and no reason", () => {
  expect(compare([paid, partlyRefunded], { spentMinor: 8000, orders: 2 })).toEqual({
    oursMinor: 8000,
    countedOrders: 2,
    adminMinor: 8000,
    adminOrders: 2,
    differenceMinor: 0,
    reasons: [],
    cancelledOrders: 0,
    emptyOrders: 0,
    ordersNotRead: 0,
  });
});

describe("each difference has its reason", () => {
  const taxed = { ...paid, taxMinor: 1000, taxLeftMinor: 1000 };
  const shipped = { ...paid, shippingMinor: 395, shippingLeftMinor: 395 };
  const card = { ...paid, giftCardMinor: 2500, giftCardLeftMinor: 2500 };
  test.each<[string, OrderFacts[], AdminFigure, Partial<MoneyRules>, object[]]>([
    [
      "taxes left out",
      [taxed],
      { spentMinor: 5000, orders: 1 },
      { taxes: false },
      [{ reason: "taxes", minor: -1000 }],
    ],
    [
      "shipping left out",
      [shipped],
      { spentMinor: 5000, orders: 1 },
      { shipping: false },
      [{ reason: "shipping", minor: -395 }],
    ],
    [
      "gift cards left out",
      [card],
      { spentMinor: 5000, orders: 1 },
      { giftCards: false },
      [{ reason: "gift-cards", minor: -2500 }],
    ],
    [
      "refunds that we ignore",
      [partlyRefunded],
      { spentMinor: 3000, orders: 1 },
      { refunds: "ignored" },
      [{ reason: "refunds", minor: 2000 }],
    ],
    [
      "test orders that we count",
      [paid, testOrder],
      { spentMinor: 5000, orders: 1 },
      { test: true },
      [{ reason: "test", minor: 5000 }],
    ],
    [
      "cancelled orders that we count",
      [paid, cancelled],
      { spentMinor: 5000, orders: 2 },
      { cancelled: true },
      [{ reason: "cancelled", minor: 1000 }],
    ],
    [
      "refunds above an order, which the admin takes off the others",
      [paid, { ...paid, refundedMinor: 6000 }],
      { spentMinor: 4000, orders: 2 },
      {},
      [{ reason: "nothing-left", minor: 1000 }],
    ],
    [
      "goods taken off and not paid back",
      [{ ...paid, removedMinor: 1500 }],
      { spentMinor: 5000, orders: 1 },
      {},
      [{ reason: "edits", minor: -1500 }],
    ],
    [
      "refunds that the admin keeps",
      [paid, partlyRefunded],
      { spentMinor: 10_000, orders: 2 },
      {},
      [{ reason: "refunds", minor: -2000 }],
    ],
    [
      "cancelled orders that the admin counts",
      [paid, cancelled],
      { spentMinor: 6000, orders: 2 },
      {},
      [{ reason: "cancelled", minor: -1000 }],
    ],
    [
      "orders that were not read",
      [paid],
      { spentMinor: 12_000, orders: 3 },
      {},
      [{ reason: "orders-not-read", minor: -7000 }],
    ],
    [
      "nothing we know of",
      [paid],
      { spentMinor: 4999, orders: 1 },
      {},
      [{ reason: "not-explained", minor: 1 }],
    ],
  ])("%s", (_, orders, admin, rules, reasons) => {
    const result = compare(orders, admin, rules);
    expect(result.reasons).toEqual(reasons);
  });
});

test("what both do otherwise than total less refunds is no difference", () => {
  const edited = { ...paid, removedMinor: 1500 };
  expect(compare([edited], { spentMinor: 3500, orders: 1 }).reasons).toEqual([]);
  const gross = { spentMinor: 5000, orders: 1 };
  expect(compare([partlyRefunded], gross, { refunds: "ignored" }).reasons).toEqual([]);
});

test("a guest's order is in neither figure", () => {
  const guest = { ...paid, hasCustomer: false };
  expect(compare([paid, guest], { spentMinor: 5000, orders: 1 }).reasons).toEqual([]);
});

test("the reasons add up to the difference, whatever the orders, the rules and the admin say", () => {
  fc.assert(
    fc.property(
      fc.array(anyOrder, { maxLength: 8 }),
      anyRules,
      fc.record({
        spentMinor: fc.integer({ min: 0, max: 200_000 }),
        orders: fc.integer({ min: 0, max: 10 }),
      }),
      (orders, rules, admin) => {
        const result = compare(orders, admin, rules);
        const explained = result.reasons.reduce((sum, { minor }) => sum + minor, 0);
        expect(explained).toBe(result.differenceMinor);
        expect(result.reasons.every(({ minor }) => minor !== 0)).toBe(true);
      },
    ),
  );
});

test("every order of a customer counts, is cancelled, or has nothing left", () => {
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 8 }), anyRules, (orders, rules) => {
      const real = orders.filter((order) => order.hasCustomer && !order.isTest);
      const { countedOrders, cancelledOrders, emptyOrders } = compare(
        real,
        { spentMinor: 0, orders: 0 },
        rules,
      );
      expect(countedOrders + cancelledOrders + emptyOrders).toBe(real.length);
    }),
  );
});

test("an admin whose figure is total less refunds of standing orders leaves nothing unexplained", () => {
  fc.assert(
    fc.property(fc.array(anyOrder, { maxLength: 8 }), anyRules, (orders, rules) => {
      const real = orders.filter((order) => order.hasCustomer && !order.isTest);
      const spentMinor = real
        .filter((order) => !order.isCancelled)
        .reduce((sum, order) => sum + order.totalMinor - order.refundedMinor, 0);
      const { reasons } = compare(orders, { spentMinor, orders: real.length }, rules);
      expect(reasons.filter(({ reason }) => reason === "not-explained")).toEqual([]);
    }),
  );
});
