/**
 * One order as Shopify's own "Export orders" file states it. Times are instants in milliseconds since 1970,
 * money is integer minor units of the file's one currency.
 */
export type ExportedOrder = {
  /** Line of the order's first row in the (unpacked) file, 1 = header. */
  lineNumber: number;
  /** "#1001"; unique in the file. */
  name: string;
  /** Shopify's numeric id as digits, `null` when the file has none. */
  id: string | null;
  /** Email of the order's first row, byte for byte; `""` = guest. */
  customerEmail: string;
  /** `paid`, `refunded`, …; `""` when not stated. */
  financialStatus: string;
  fulfillmentStatus: string;
  createdAtMs: number;
  /** The UTC offset written beside `Created at`: `+0530` is 330. */
  createdAtUtcOffsetMinutes: number;
  /** `null` = not cancelled. */
  cancelledAtMs: number | null;
  paidAtMs: number | null;
  fulfilledAtMs: number | null;
  /** ISO 4217 code, upper case, the same for all orders of the file. */
  currency: string;
  /** Total without shipping and taxes where the file has no Subtotal. */
  subtotalMinor: number;
  shippingMinor: number;
  taxesMinor: number;
  totalMinor: number;
  discountMinor: number;
  refundedMinor: number;
  discountCode: string;
  acceptsMarketing: boolean;
  billingName: string;
  /** ISO 3166 code of the shipping address, else of the billing address, else `""`. */
  countryCode: string;
  /** `web`, `pos`, …; `""` when not stated. */
  source: string;
  tags: string[];
  /** In the file's order; empty when the file states none. */
  lineItems: ExportedLineItem[];
};

/** One product line of an order. */
export type ExportedLineItem = {
  name: string;
  quantity: number;
  /** Price of one piece. */
  priceMinor: number;
  /** Discount on the whole line. */
  discountMinor: number;
  sku: string;
  vendor: string;
};

/** A whole export in memory. */
export type LoadedOrderExport = {
  /** In the file's order. */
  orders: ExportedOrder[];
  currency: string;
  /** The shop's IANA time zone, as given or `UTC` when every offset written is +0000. */
  timeZone: string;
};
