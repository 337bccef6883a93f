/**
 * What counted orders had in them, as columns grouped by customer: the orders of customer `i` are the positions
 * `orderOffsets[i]` to `orderOffsets[i + 1]` by calendar day and then by instant (as in `Frame`), the lines of order `j`
 * the positions `orders.lineOffsets[j]` to `orders.lineOffsets[j + 1]`. Five million orders of two lines take about
 * 600 MB; nothing is kept per order or line but these columns. Money is whole minor units of the shop's currency.
 */
export type Baskets = {
  customerCount: number;
  /** `customerCount + 1` positions, ascending. */
  orderOffsets: Uint32Array;
  orders: BasketOrderColumns;
  lines: BasketLineColumns;
  products: BasketProductColumns;
  /** What the indexes mean; in the order of first appearance, so never decide anything by it. */
  countries: string[];
  channels: string[];
  sources: string[];
  productTypes: string[];
  vendors: string[];
};

export type BasketOrderColumns = {
  /** Calendar date in shop time, days since 1970-01-01. */
  day: Int32Array;
  /** The instant, milliseconds since 1970. */
  atMs: Float64Array;
  /** Minute of the week in shop time: 0 = Monday 00:00, 10079 = Sunday 23:59. */
  minuteOfWeek: Uint16Array;
  /** Less refunds, as in `Frame`. */
  netMinor: Float64Array;
  /** Goods at list price, before any discount. */
  grossMinor: Float64Array;
  /** All discounts of the order, on lines and on the whole. */
  discountMinor: Float64Array;
  refundedMinor: Float64Array;
  /** Pieces sent back. */
  returnedUnits: Uint32Array;
  /** 1 = a discount was used, also when it took nothing off the goods (free shipping). */
  usedDiscount: Uint8Array;
  /** Indexes into `countries`, `channels`, `sources`; −1 unknown. */
  country: Int16Array;
  channel: Int16Array;
  source: Int16Array;
  /** One more than there are orders. */
  lineOffsets: Uint32Array;
};

export type BasketLineColumns = {
  /** Index into `products`; −1 = a custom line, or a product since deleted. */
  product: Int32Array;
  quantity: Uint32Array;
  /** Whole line after discounts. The discount of a line is `unitPriceMinor · quantity − netMinor`. */
  netMinor: Float64Array;
  /** List price of one piece. */
  unitPriceMinor: Float64Array;
  returnedQuantity: Uint32Array;
};

export type BasketProductColumns = {
  key: string[];
  /** Index into `productTypes`; −1 unknown. */
  type: Int32Array;
  /** Index into `vendors`; −1 unknown. */
  vendor: Int32Array;
  /** First day on sale, days since 1970-01-01: as told, or that of the first counted order with it when earlier. */
  launchDay: Int32Array;
};

/** One counted order as `BasketsBuilder` takes it; the columns above say what each means. */
export type BasketOrder = {
  day: number;
  atMs: number;
  minuteOfWeek: number;
  netMinor: number;
  grossMinor: number;
  discountMinor: number;
  refundedMinor: number;
  returnedUnits: number;
  usedDiscount: boolean;
  /** `null` or `""` = unknown. */
  country: string | null;
  channel: string | null;
  source: string | null;
};

/** One line of it; `product` is what `BasketsBuilder.indexOfProduct` said, −1 unknown. */
export type BasketLine = {
  product: number;
  quantity: number;
  netMinor: number;
  unitPriceMinor: number;
  returnedQuantity: number;
};

/** What is known of a product; `launchDay` is its day of creation or publication. */
export type BasketProduct = {
  type: string | null;
  vendor: string | null;
  launchDay: number | null;
};
