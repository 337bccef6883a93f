import { connectionOf } from "./copy/lent-connections.ts";
import type { CopyRows } from "./copy/copy-rows.ts";
import { copyOut, quoted } from "./copy/copy-streams.ts";
import type { CustomerRows } from "./customer-rows.ts";
import type { PrismaClient, Transaction } from "./database.ts";

/** An order and how it came about. Amounts are minor units of the shop's currency. */
export interface BasketOrderRow {
  customerRow: number;
  processedAtMs: number;
  isCancelled: boolean;
  isTest: boolean;
  totalMinor: number;
  refundedMinor: number;
  removedMinor: number;
  taxMinor: number;
  taxLeftMinor: number;
  shippingMinor: number;
  shippingLeftMinor: number;
  shippingTaxMinor: number;
  extrasMinor: number;
  countryCode: string | null;
  channel: string | null;
  source: string | null;
  usedDiscount: boolean;
  discountMinor: number;
}

export interface BasketLineRow {
  /** Null when Shopify does not say, or no more. */
  productId: string | null;
  productType: string | null;
  vendor: string | null;
  isGiftCard: boolean;
  quantity: number;
  returnedQuantity: number;
  unitMinor: number;
  netMinor: number;
}

/**
 * Orders with what was in them, one after the other, guests' left out. `customerIds`: null = everybody; customers get
 * rows in `customers` as they are met. Nothing is held but the order in hand.
 */
export async function readBaskets(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  customerIds: readonly bigint[] | null,
  customers: CustomerRows,
  take: (order: BasketOrderRow, lines: readonly BasketLineRow[]) => void,
): Promise<void> {
  const connection = await connectionOf(db, tx);
  const whose =
    customerIds === null ? "IS NOT NULL" : `= ANY('{${customerIds.join(",")}}'::bigint[])`;
  // By the keys of both tables, so that neither is sorted.
  const query = `SELECT o.order_id, o.customer_id, o.processed_at, o.cancelled_at IS NOT NULL, o.test, o.total_minor_units,
      o.refunded_minor_units, o.country_code, o.channel, coalesce(o.last_source, o.first_source), o.used_discount,
      o.discount_minor_units, l.quantity, l.returned_quantity, l.unit_minor_units, l.net_minor_units,
      l.product_id::text, p.product_type, p.vendor, l.is_gift_card, o.removed_minor_units, o.tax_minor_units,
      o.tax_left_minor_units, o.shipping_minor_units, o.shipping_left_minor_units, o.shipping_tax_minor_units,
      o.extras_minor_units
    FROM orders o
    LEFT JOIN order_line l ON l.shop = o.shop AND l.order_id = o.order_id
    LEFT JOIN product p ON p.shop = l.shop AND p.product_id = l.product_id
    WHERE o.shop = ${quoted(connection, shop)} AND o.customer_id ${whose}
    ORDER BY o.order_id`;
  let inHand: { high: number; low: number; order: BasketOrderRow } | null = null;
  let lines: BasketLineRow[] = [];
  await copyOut(connection, query, (rows) => {
    const [high, low] = [rows.highHalf(0), rows.lowHalf(0)];
    if (inHand === null || inHand.high !== high || inHand.low !== low) {
      if (inHand !== null) take(inHand.order, lines);
      inHand = { high, low, order: orderAt(rows, customers) };
      lines = [];
    }
    if (!rows.isNull(12)) lines.push(lineAt(rows));
  });
  const last = inHand as { order: BasketOrderRow } | null;
  if (last !== null) take(last.order, lines);
}

function orderAt(rows: CopyRows, customers: CustomerRows): BasketOrderRow {
  return {
    customerRow: customers.add(rows.highHalf(1), rows.lowHalf(1)),
    processedAtMs: rows.instantMs(2),
    isCancelled: rows.boolean(3),
    isTest: rows.boolean(4),
    totalMinor: rows.bigint(5),
    refundedMinor: rows.bigint(6),
    countryCode: rows.text(7),
    channel: rows.text(8),
    source: rows.text(9),
    usedDiscount: rows.boolean(10),
    discountMinor: rows.bigint(11),
    removedMinor: rows.bigint(20),
    taxMinor: rows.bigint(21),
    taxLeftMinor: rows.bigint(22),
    shippingMinor: rows.bigint(23),
    shippingLeftMinor: rows.bigint(24),
    shippingTaxMinor: rows.bigint(25),
    extrasMinor: rows.bigint(26),
  };
}

function lineAt(rows: CopyRows): BasketLineRow {
  return {
    quantity: rows.integer(12),
    returnedQuantity: rows.integer(13),
    unitMinor: rows.bigint(14),
    netMinor: rows.bigint(15),
    productId: rows.text(16),
    productType: rows.text(17),
    vendor: rows.text(18),
    isGiftCard: rows.boolean(19),
  };
}
