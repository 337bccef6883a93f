import { connectionOf } from "./copy/lent-connections.ts";
import type { CopyRows } from "./copy/copy-rows.ts";
import { copyOut, quoted } from "./copy/copy-streams.ts";
import { CustomerRows } from "./customer-rows.ts";
import type { PrismaClient, Transaction } from "./database.ts";
import type { CompanyOrders } from "./order-histories.ts";

/** What scoring needs of an order. One object is handed out again and again: take from it, do not keep it. */
export interface OrderFigures {
  customerRow: number;
  /** Guests' orders are not read. */
  hasCustomer: true;
  processedAtMs: number;
  isCancelled: boolean;
  isTest: boolean;
  totalMinor: number;
  refundedMinor: number;
  removedMinor: number;
  /** These are 0 unless parts were asked for. */
  taxMinor: number;
  taxLeftMinor: number;
  shippingMinor: number;
  shippingLeftMinor: number;
  shippingTaxMinor: number;
  extrasMinor: number;
  giftCardMinor: number;
  giftCardLeftMinor: number;
}

export interface BaseOrdersWanted {
  /** Parts of the totals double what is read: few programs need them. */
  withParts: boolean;
  /** By location an order comes once for each customer it counts for. */
  companyOrders?: CompanyOrders;
}

/**
 * Every order of a shop but guests', in no order: sorting five million takes the database as long as reading them, and
 * the frame's builder does it in half a second. Returns the customers by their rows.
 */
export async function readBaseOrders(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  { withParts, companyOrders = "contact" }: BaseOrdersWanted,
  take: (order: OrderFigures) => void,
): Promise<CustomerRows> {
  const connection = await connectionOf(db, tx);
  const customers = new CustomerRows();
  const order: OrderFigures = {
    customerRow: 0,
    hasCustomer: true,
    processedAtMs: 0,
    isCancelled: false,
    isTest: false,
    totalMinor: 0,
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
  const byLocation = companyOrders === "location";
  const buyer = byLocation ? "coalesce(b.buyer, customer_id)" : "customer_id";
  const query = `SELECT ${buyer}, processed_at, total_minor_units, refunded_minor_units, removed_minor_units,
      cancelled_at IS NOT NULL, test${withParts ? `, ${partColumns}, coalesce(bought, 0), coalesce(left_over, 0)` : ""}
    FROM orders ${byLocation ? `LEFT JOIN (${buyersByLocation(quoted(connection, shop))}) b USING (company_location_id)` : ""}
      ${withParts ? `LEFT JOIN (${giftCardsOf(quoted(connection, shop))}) g USING (order_id)` : ""}
    WHERE shop = ${quoted(connection, shop)} AND ${buyer} IS NOT NULL`;
  await copyOut(connection, query, (rows) => {
    order.customerRow = customers.add(rows.highHalf(0), rows.lowHalf(0));
    order.processedAtMs = rows.instantMs(1);
    order.totalMinor = rows.bigint(2);
    order.refundedMinor = rows.bigint(3);
    order.removedMinor = rows.bigint(4);
    order.isCancelled = rows.boolean(5);
    order.isTest = rows.boolean(6);
    if (withParts) readParts(order, rows);
    take(order);
  });
  return customers;
}

function buyersByLocation(quotedShop: string): string {
  return `SELECT DISTINCT company_location_id, customer_id AS buyer FROM orders
    WHERE shop = ${quotedShop} AND company_location_id IS NOT NULL AND customer_id IS NOT NULL`;
}

const partColumns = `tax_minor_units, tax_left_minor_units, shipping_minor_units, shipping_left_minor_units,
  shipping_tax_minor_units, extras_minor_units`;

function readParts(order: OrderFigures, rows: CopyRows): void {
  order.taxMinor = rows.bigint(7);
  order.taxLeftMinor = rows.bigint(8);
  order.shippingMinor = rows.bigint(9);
  order.shippingLeftMinor = rows.bigint(10);
  order.shippingTaxMinor = rows.bigint(11);
  order.extrasMinor = rows.bigint(12);
  order.giftCardMinor = rows.bigint(13);
  order.giftCardLeftMinor = rows.bigint(14);
}

/** By order: what went for gift cards, as bought and less those taken back. */
function giftCardsOf(quotedShop: string): string {
  return `SELECT order_id, sum(net_minor_units)::bigint AS bought,
      sum(net_minor_units * (quantity - returned_quantity) / greatest(quantity, 1))::bigint AS left_over
    FROM order_line WHERE shop = ${quotedShop} AND is_gift_card GROUP BY order_id`;
}
