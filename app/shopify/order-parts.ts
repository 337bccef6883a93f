import { z } from "zod";
import { minorUnitsOf, shopMoney } from "./money.ts";

/**
 * What an order's total is made of, in minor units of the shop's currency. Goods are the rest of it. "Left" is after
 * returns, refunds and edits; an amount given back without goods is in none of them.
 */
export interface OrderPartsSnapshot {
  /** What edits took off that was not paid back: nobody pays it, or it is owed. */
  removedMinorUnits: bigint;
  /** All taxes, shipping's too, whether they are in the prices or come on top. */
  taxMinorUnits: bigint;
  taxLeftMinorUnits: bigint;
  /** After discounts, without its tax. */
  shippingMinorUnits: bigint;
  shippingLeftMinorUnits: bigint;
  shippingTaxMinorUnits: bigint;
  /** Tips, duties and fees. */
  extrasMinorUnits: bigint;
}

/** The fields of `OrderFields` that say what the total is made of. */
export const orderPartsNode = z.object({
  cancelledAt: z.string().nullable(),
  edited: z.boolean(),
  taxesIncluded: z.boolean(),
  totalPriceSet: shopMoney,
  totalRefundedSet: shopMoney,
  currentTotalPriceSet: shopMoney,
  totalTaxSet: shopMoney.nullable(),
  currentTotalTaxSet: shopMoney,
  currentShippingPriceSet: shopMoney,
  shippingLine: z
    .object({
      title: z.string(),
      discountedPriceSet: shopMoney,
      taxLines: z.array(z.object({ priceSet: shopMoney })),
    })
    .nullable(),
  totalTipReceivedSet: shopMoney,
  currentTotalDutiesSet: shopMoney.nullable(),
  currentTotalAdditionalFeesSet: shopMoney.nullable(),
});

type OrderPartsNode = z.infer<typeof orderPartsNode>;

export function partsOf(order: OrderPartsNode, currencyCode: string): OrderPartsSnapshot {
  const amount = (set: z.infer<typeof shopMoney> | null | undefined) =>
    set == null ? 0n : minorUnitsOf(set.shopMoney.amount, currencyCode);
  const total = amount(order.totalPriceSet);
  const kept = total - amount(order.totalRefundedSet);
  const tax = amount(order.totalTaxSet);
  const charged = amount(order.shippingLine?.discountedPriceSet);
  const shippingTax = (order.shippingLine?.taxLines ?? []).reduce(
    (sum, { priceSet }) => sum + amount(priceSet),
    0n,
  );
  // Shopify's current sums of a cancelled order are nothing; of what was kept, its parts are as they were.
  const isCancelled = order.cancelledAt !== null;
  const chargedLeft = isCancelled
    ? shareOf(charged, kept, total)
    : amount(order.currentShippingPriceSet);
  const taxInside = order.taxesIncluded ? shippingTax : 0n;
  return {
    removedMinorUnits:
      order.edited && !isCancelled ? positive(kept - amount(order.currentTotalPriceSet)) : 0n,
    taxMinorUnits: tax,
    taxLeftMinorUnits: isCancelled ? shareOf(tax, kept, total) : amount(order.currentTotalTaxSet),
    shippingMinorUnits: charged - taxInside,
    shippingLeftMinorUnits: chargedLeft - shareOf(taxInside, chargedLeft, charged),
    shippingTaxMinorUnits: shippingTax,
    extrasMinorUnits:
      amount(order.totalTipReceivedSet) +
      amount(order.currentTotalDutiesSet) +
      amount(order.currentTotalAdditionalFeesSet),
  };
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

/** `amount · part / whole`, rounded down; nothing of nothing. */
function shareOf(amount: bigint, part: bigint, whole: bigint): bigint {
  return whole === 0n ? 0n : (amount * positive(part)) / whole;
}
