import type { NewOrder } from "../world/add-order.ts";
import type { Customer } from "../world/customer.ts";
import type { LineItem, Refund } from "../world/order.ts";
import type { Product } from "../world/product.ts";
import type { Dice } from "./dice.ts";

const DAY_MS = 86_400_000;
const FREE_SHIPPING_FROM_MINOR = 5_000;
const SHIPPING_MINOR = 395;
/** Codes that customers use, by the part they take off. */
export const DISCOUNTS = [
  { code: "WELCOME10", fraction: 0.1 },
  { code: "SPRING15", fraction: 0.15 },
  { code: "GIFT20", fraction: 0.2 },
] as const;

/** Who orders, when, and how much they usually take. */
export type Shopper = {
  readonly customer: Customer | null;
  readonly email: string;
  readonly countryCode: string;
  readonly basketFactor: number;
};

/** Draws one order; `takeRefundId` numbers its refund if it gets one. */
export function drawOrder(
  dice: Dice,
  products: readonly Product[],
  { customer, email, countryCode, basketFactor }: Shopper,
  momentMs: number,
  nowMs: number,
  takeRefundId: () => number,
): NewOrder {
  const lineItems = drawLineItems(dice, products, basketFactor);
  const goodsMinor = lineItems.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
  const discount = dice.chance(0.14) ? dice.pick(DISCOUNTS) : null;
  const discountMinor = discount === null ? 0 : Math.round(goodsMinor * discount.fraction);
  const subtotalMinor = goodsMinor - discountMinor;
  const shippingMinor = subtotalMinor >= FREE_SHIPPING_FROM_MINOR ? 0 : SHIPPING_MINOR;
  const totalMinor = subtotalMinor + shippingMinor;
  const order: NewOrder = {
    customer,
    email,
    createdAtMs: momentMs,
    financialStatus: "paid",
    subtotalMinor,
    shippingMinor,
    // UK prices contain 20 % VAT.
    taxMinor: Math.round(totalMinor / 6),
    discountMinor,
    totalMinor,
    lineItems,
    countryCode,
    sourceName: dice.chance(0.06) ? "pos" : "web",
    ...(discount !== null && { discountCodes: [discount.code] }),
  };
  return { ...order, ...drawAftermath(dice, order, nowMs, takeRefundId) };
}

function drawLineItems(dice: Dice, products: readonly Product[], basketFactor: number): LineItem[] {
  const lineCount = Math.max(
    1,
    Math.min(8, Math.round(dice.between(0.6, 3.2) * Math.sqrt(basketFactor))),
  );
  return Array.from({ length: lineCount }, () => {
    const product = dice.pick(products);
    const quantity = Math.max(1, Math.min(24, Math.round(dice.waiting(0.6) * basketFactor + 0.6)));
    return { product, quantity, unitPriceMinor: product.priceMinor, discountMinor: 0 };
  });
}

/** What became of it: cancelled (2 %), refunded in full (3 %) or in part (4 %), or nothing. */
function drawAftermath(
  dice: Dice,
  order: NewOrder,
  nowMs: number,
  takeRefundId: () => number,
): Partial<NewOrder> {
  const fate = dice.between(0, 100);
  const laterMs = Math.min(nowMs, order.createdAtMs + Math.floor(dice.between(0.1, 20) * DAY_MS));
  if (fate < 2) {
    const cancelledAtMs = Math.min(
      nowMs,
      order.createdAtMs + Math.floor(dice.between(0.02, 1) * DAY_MS),
    );
    const refunds = [refundOf(order.totalMinor, cancelledAtMs, takeRefundId)];
    return { cancelledAtMs, refunds, financialStatus: "refunded" };
  }
  if (fate < 5)
    return {
      refunds: [refundOf(order.totalMinor, laterMs, takeRefundId)],
      financialStatus: "refunded",
    };
  if (fate >= 9) return {};
  const line = order.lineItems[0];
  const amountMinor = Math.min(
    order.totalMinor,
    line === undefined ? order.totalMinor : line.unitPriceMinor,
  );
  if (amountMinor === order.totalMinor) return {};
  return {
    refunds: [
      {
        ...refundOf(amountMinor, laterMs, takeRefundId),
        lines: [{ lineItemIndex: 0, quantity: 1, subtotalMinor: amountMinor }],
      },
    ],
    financialStatus: "partially_refunded",
  };
}

function refundOf(amountMinor: number, createdAtMs: number, takeRefundId: () => number): Refund {
  return { gidType: "Refund", id: takeRefundId(), createdAtMs, amountMinor, note: null, lines: [] };
}
