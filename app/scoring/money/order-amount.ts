import type { MoneyRules } from "./money-rules.ts";

/**
 * What an order came to, and what of it was for what. Integer minor units of the shop's currency; goods are what is in
 * no other part. "Left" is after returns, refunds and edits, 0 where `needsParts` says that it is not asked for.
 */
export type OrderAmounts = {
  totalMinor: number;
  refundedMinor: number;
  /** What edits took off that was not paid back. */
  removedMinor: number;
  /** All taxes, shipping's too. */
  taxMinor: number;
  taxLeftMinor: number;
  /** Without its tax. */
  shippingMinor: number;
  shippingLeftMinor: number;
  shippingTaxMinor: number;
  /** Tips, duties and fees. */
  extrasMinor: number;
  giftCardMinor: number;
  giftCardLeftMinor: number;
};

/** Why an order is worth another amount than its total less refunds. */
export type PartLeftOut = "refunds" | "edits" | "taxes" | "shipping" | "extras" | "gift-cards";

/** What each rule takes from (−) or adds to (+) the total less refunds. */
export type AmountSteps = Record<PartLeftOut, number>;

/**
 * The way from an order's total less refunds to what it is worth by some rules; parts are as bought when refunds are
 * ignored, and otherwise what is left of them. An amount given back without goods so comes off the goods.
 *
 *     taxes out     −tax
 *     shipping out  −shipping, and its tax unless taxes are out already
 *     gift cards, extras out  −theirs
 *     edits         −what was taken off and not paid back;  refunds ignored: +refunded instead
 *
 * Example: 120.00 with 20.00 tax in it, of which 6.00 shipping with 1.00 tax in that; 30.00 of goods with 5.00 tax given
 * back, so tax left 15.00: without taxes 90 − 15 = 75.00, without shipping 90 − 5 − 1 = 84.00, without both 70.00.
 */
export function amountSteps(order: OrderAmounts, rules: MoneyRules): AmountSteps {
  const asBought = rules.refunds === "ignored";
  const shipping = asBought ? order.shippingMinor : order.shippingLeftMinor;
  const shippingTax = asBought
    ? order.shippingTaxMinor
    : shareOf(order.shippingTaxMinor, order.shippingLeftMinor, order.shippingMinor);
  return {
    refunds: asBought ? order.refundedMinor : 0,
    edits: asBought ? 0 : -order.removedMinor,
    taxes: rules.taxes ? 0 : -(asBought ? order.taxMinor : order.taxLeftMinor),
    shipping: rules.shipping ? 0 : -(shipping + (rules.taxes ? shippingTax : 0)),
    extras: rules.extras ? 0 : -order.extrasMinor,
    "gift-cards": rules.giftCards ? 0 : -(asBought ? order.giftCardMinor : order.giftCardLeftMinor),
  };
}

/** What an order is worth by the rules; nothing or less when all was given back. */
export function amountOf(order: OrderAmounts, rules: MoneyRules): number {
  const steps = amountSteps(order, rules);
  return (
    order.totalMinor -
    order.refundedMinor +
    steps.refunds +
    steps.edits +
    steps.taxes +
    steps.shipping +
    steps.extras +
    steps["gift-cards"]
  );
}

function shareOf(amount: number, part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((amount * part) / whole);
}
