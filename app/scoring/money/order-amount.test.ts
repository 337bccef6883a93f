import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { netMoney, type MoneyRules } from "./money-rules.ts";
import { amountOf, amountSteps, type OrderAmounts } from "./order-amount.ts";
import { anyOrder, anyRules, plainOrder } from "./testing/orders.ts";

/** The docstring's: 120.00 with 20.00 of tax in it and shipping of 6.00; 30.00 of goods went back with 5.00 of tax. */
const order: OrderAmounts = {
  ...plainOrder,
  totalMinor: 12_000,
  refundedMinor: 3000,
  taxMinor: 2000,
  taxLeftMinor: 1500,
  shippingMinor: 500,
  shippingLeftMinor: 500,
  shippingTaxMinor: 100,
};

function worth(rules: Partial<MoneyRules>, changes: Partial<OrderAmounts> = {}): number {
  return amountOf({ ...order, ...changes }, { ...netMoney, ...rules });
}

describe("an order is worth", () => {
  test.each<[string, Partial<MoneyRules>, number]>([
    ["its total less refunds", {}, 9000],
    ["without taxes, those left less", { taxes: false }, 7500],
    ["without shipping, that and its tax less", { shipping: false }, 8400],
    ["without both, shipping's tax less once", { taxes: false, shipping: false }, 7000],
    ["its whole total when refunds are ignored", { refunds: "ignored" }, 12_000],
    ["of that without taxes, all of them less", { refunds: "ignored", taxes: false }, 10_000],
  ])("%s", (_, rules, minor) => {
    expect(worth(rules)).toBe(minor);
  });

  test("an amount given back without goods less, and its taxes stay in the goods left", () => {
    const amountOnly = { taxLeftMinor: 2000 };
    expect(worth({ taxes: false }, amountOnly)).toBe(7000);
  });

  test("without shipping that was given back, no less for it", () => {
    const shippingBack = { refundedMinor: 600, taxLeftMinor: 1900, shippingLeftMinor: 0 };
    expect(worth({ shipping: false }, shippingBack)).toBe(11_400);
    expect(worth({ shipping: false, taxes: false }, shippingBack)).toBe(9500);
  });

  test("what edits took off less, unless refunds are ignored with them", () => {
    expect(worth({}, { removedMinor: 1000 })).toBe(8000);
    expect(worth({ refunds: "ignored" }, { removedMinor: 1000 })).toBe(12_000);
  });

  test("without gift cards, those that were not taken back less", () => {
    const cards = { giftCardMinor: 5000, giftCardLeftMinor: 2500 };
    expect(worth({ giftCards: false }, cards)).toBe(6500);
    expect(worth({ giftCards: false, refunds: "ignored" }, cards)).toBe(7000);
  });

  test("without extras, tips and duties less", () => {
    expect(worth({ extras: false }, { extrasMinor: 300 })).toBe(8700);
  });

  test("less than nothing when more was given back than it came to", () => {
    expect(worth({}, { refundedMinor: 13_000 })).toBe(-1000);
  });
});

test("leaving out every part in turn takes the total apart without a rest", () => {
  fc.assert(
    fc.property(anyOrder, (any) => {
      const gross: MoneyRules = { ...netMoney, refunds: "ignored" };
      const only = { ...gross, taxes: false, shipping: false, extras: false, giftCards: false };
      const goods = amountOf(any, only);
      const parts = any.taxMinor + any.shippingMinor + any.extrasMinor + any.giftCardMinor;
      expect(goods + parts).toBe(any.totalMinor);
      expect(goods).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("the steps lead from total less refunds to the amount, and none adds but ignored refunds", () => {
  fc.assert(
    fc.property(anyOrder, anyRules, (any, rules) => {
      const { refunds, ...taken } = amountSteps(any, rules);
      const sum = Object.values(taken).reduce((total, step) => total + step, refunds);
      expect(any.totalMinor - any.refundedMinor + sum).toBe(amountOf(any, rules));
      for (const step of Object.values(taken)) expect(step).toBeLessThanOrEqual(0);
    }),
  );
});

test("leaving more out is never worth more", () => {
  fc.assert(
    fc.property(
      anyOrder,
      anyRules,
      fc.constantFrom("taxes", "shipping", "extras", "giftCards"),
      (any, rules, part) => {
        const fewer = amountOf(any, { ...rules, [part]: false });
        expect(fewer).toBeLessThanOrEqual(amountOf(any, { ...rules, [part]: true }));
      },
    ),
  );
});
