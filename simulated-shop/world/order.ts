import type { Customer } from "./customer.ts";
import type { Metafield } from "./metafield.ts";
import type { Product } from "./product.ts";

export type FinancialStatus =
  | "authorized"
  | "expired"
  | "paid"
  | "partially_paid"
  | "partially_refunded"
  | "pending"
  | "refunded"
  | "voided";

/** One bought line. Amounts are integer minor units of the shop's currency. */
export type LineItem = {
  readonly product: Product;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
};

export type RefundLine = {
  readonly lineItemIndex: number;
  readonly quantity: number;
  readonly subtotalMinor: number;
};

export type Refund = {
  readonly gidType: "Refund";
  readonly id: number;
  readonly createdAtMs: number;
  readonly amountMinor: number;
  readonly note: string | null;
  /** Empty when an amount was given back without returning goods. */
  readonly lines: readonly RefundLine[];
};

/** One order. Amounts are integer minor units of the shop's currency, times epoch milliseconds. */
export type Order = {
  readonly gidType: "Order";
  readonly id: number;
  /** "#1001". */
  readonly name: string;
  /** null for a guest. */
  customer: Customer | null;
  /** What was typed at the checkout; a guest's too. */
  email: string;
  readonly createdAtMs: number;
  /** The moment of the order. The simulated shop sets it to createdAtMs. */
  readonly processedAtMs: number;
  updatedAtMs: number;
  cancelledAtMs: number | null;
  cancelReason: "customer" | "declined" | "fraud" | "inventory" | "other" | "staff" | null;
  test: boolean;
  financialStatus: FinancialStatus;
  readonly subtotalMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly discountMinor: number;
  /** What the customer paid: subtotal + shipping, and tax where it is not included. */
  readonly totalMinor: number;
  refunds: readonly Refund[];
  /** Line item k has the id firstLineItemId + k: 500,000 orders need no stored ids for their lines. */
  readonly firstLineItemId: number;
  readonly lineItems: readonly LineItem[];
  readonly discountCodes: readonly string[];
  tags: readonly string[];
  note: string | null;
  readonly countryCode: string;
  readonly sourceName: string;
  metafields: Metafield[];
};

/** Sum of an order's refunds, in minor units. */
export function totalRefundedMinorOf(order: Order): number {
  let sum = 0;
  for (const refund of order.refunds) sum += refund.amountMinor;
  return sum;
}
