import type { Customer } from "./customer.ts";
import type { Metafield } from "./metafield.ts";
import type { Product } from "./product.ts";
import type { RareOrderFacts } from "./rare-order-facts.ts";

export const FINANCIAL_STATUSES = [
  "authorized",
  "expired",
  "paid",
  "partially_paid",
  "partially_refunded",
  "pending",
  "refunded",
  "voided",
] as const;
export type FinancialStatus = (typeof FINANCIAL_STATUSES)[number];

/** One bought line. Amounts are integer minor units of the shop's currency. */
export type LineItem = {
  /** Of an item that is in no catalogue: a product with the id 0. */
  readonly product: Product;
  /** As bought; see order-quantities.ts for what is left of it. */
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  /** Left out of the usual lines: half a million of them are most of a large shop's memory. */
  readonly rare?: RareLineFacts;
};

export type RareLineFacts = {
  /** On top of the price, or contained in it: as the order's prices are. */
  readonly taxLines?: readonly TaxLine[];
  readonly isTaxable?: boolean;
  readonly requiresShipping?: boolean;
  /** Taken off by order edits. */
  readonly removedQuantity?: number;
  /** Of a line that an order edit added: its own id, since the numbers after the order's first line are taken. */
  readonly addedId?: number;
  /** Which discount applications made up discountMinor. */
  readonly allocations?: readonly DiscountAllocation[];
};

export type TaxLine = {
  readonly title: string;
  /** 0.2 is 20 %. */
  readonly rate: number;
  readonly amountMinor: number;
};

/** A part of a line's or the shipping's discount, and the application (by its place in the order's list) it is from. */
export type DiscountAllocation = {
  readonly applicationIndex: number;
  readonly amountMinor: number;
};

export type RestockType = "CANCEL" | "RETURN" | "NO_RESTOCK" | "LEGACY_RESTOCK";

export type RefundLine = {
  readonly lineItemIndex: number;
  readonly quantity: number;
  readonly subtotalMinor: number;
  readonly taxMinor?: number;
  /** RETURN when left out. */
  readonly restockType?: RestockType;
};

export type Refund = {
  readonly gidType: "Refund";
  readonly id: number;
  readonly createdAtMs: number;
  readonly amountMinor: number;
  readonly note: string | null;
  /** Empty when an amount was given back without returning goods. */
  readonly lines: readonly RefundLine[];
  /** Of the amount, what was for shipping. */
  readonly shippingMinor?: number;
};

export type CancelReason = "customer" | "declined" | "fraud" | "inventory" | "other" | "staff";

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
  cancelReason: CancelReason | null;
  test: boolean;
  financialStatus: FinancialStatus;
  /** Lines after discounts, as bought. Edits that add lines or discounts change the sums; removals and refunds do not. */
  subtotalMinor: number;
  readonly shippingMinor: number;
  taxMinor: number;
  discountMinor: number;
  /** subtotal + shipping, and tax where it is not included. */
  totalMinor: number;
  refunds: readonly Refund[];
  /** Line item k has the id firstLineItemId + k: 500,000 orders need no stored ids for their lines. See lineItemIdOf. */
  readonly firstLineItemId: number;
  lineItems: readonly LineItem[];
  readonly discountCodes: readonly string[];
  tags: readonly string[];
  note: string | null;
  readonly countryCode: string;
  readonly sourceName: string;
  metafields: Metafield[];
  /** null for most orders; see rare-order-facts.ts. */
  rare: RareOrderFacts | null;
};

/** The id of an order's line number `index`. */
export function lineItemIdOf(order: Order, index: number): number {
  return order.lineItems[index]?.rare?.addedId ?? order.firstLineItemId + index;
}

/** The place of a line in its order, or -1. */
export function findLineIndex(order: Order, lineItemId: number): number {
  return order.lineItems.findIndex((_line, index) => lineItemIdOf(order, index) === lineItemId);
}

/** Sum of an order's refunds, in minor units. */
export function totalRefundedMinorOf(order: Order): number {
  let sum = 0;
  for (const refund of order.refunds) sum += refund.amountMinor;
  return sum;
}
