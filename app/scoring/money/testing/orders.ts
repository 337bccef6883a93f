import fc from "fast-check";
import type { OrderFacts } from "../../counted-order.ts";
import type { MoneyRules } from "../money-rules.ts";

/** An order of 50.00 and nothing else. */
export const plainOrder: OrderFacts = {
  hasCustomer: true,
  isCancelled: false,
  isTest: false,
  totalMinor: 5000,
  refundedMinor: 0,
  removedMinor: 0,
  taxMinor: 0,
  taxLeftMinor: 0,
  shippingMinor: 0,
  shippingLeftMinor: 0,
  shippingTaxMinor: 0,
  extrasMinor: 0,
  giftCardMinor: 0,
  giftCardLeftMinor: 0,
};

const minor = fc.integer({ min: 0, max: 10_000 });

/** Orders whose parts fit into their total, with refunds that may exceed it. */
export const anyOrder: fc.Arbitrary<OrderFacts> = fc
  .record({
    goods: minor,
    giftCardMinor: minor,
    taxMinor: minor,
    shippingMinor: minor,
    extrasMinor: minor,
    shippingTaxShare: fc.integer({ min: 0, max: 100 }),
    left: fc.integer({ min: 0, max: 100 }),
    refundedMinor: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60_000 })),
    removedMinor: fc.oneof(fc.constant(0), minor),
    hasCustomer: fc.boolean(),
    isCancelled: fc.boolean(),
    isTest: fc.boolean(),
  })
  .map(({ goods, shippingTaxShare, left, ...order }) => {
    const { giftCardMinor, taxMinor, shippingMinor, extrasMinor } = order;
    const leftOf = (amount: number) => Math.floor((amount * left) / 100);
    return {
      ...order,
      totalMinor: goods + giftCardMinor + taxMinor + shippingMinor + extrasMinor,
      taxLeftMinor: leftOf(taxMinor),
      shippingLeftMinor: leftOf(shippingMinor),
      shippingTaxMinor: Math.floor((taxMinor * shippingTaxShare) / 100),
      giftCardLeftMinor: leftOf(giftCardMinor),
    };
  });

export const anyRules: fc.Arbitrary<MoneyRules> = fc.record({
  taxes: fc.boolean(),
  shipping: fc.boolean(),
  extras: fc.boolean(),
  giftCards: fc.boolean(),
  refunds: fc.constantFrom("subtracted" as const, "ignored" as const),
  cancelled: fc.boolean(),
  test: fc.boolean(),
});
