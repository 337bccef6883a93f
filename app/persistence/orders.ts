import type { Database, Transaction } from "./database.ts";
import { columnText } from "./array-text.ts";
import { lockLedgerForDeleting, lockLedgerForWriting } from "./shop-lock.ts";
import { deleteLines, replaceLines, type LedgerLine } from "./order-lines.ts";

/** One order as the ledger keeps it. Amounts are integer minor units of the shop's currency. */
export interface LedgerOrder {
  orderId: bigint;
  /** Null for a guest's order. */
  customerId: bigint | null;
  /** Of the company that bought it; nothing for everybody else. */
  companyLocationId?: bigint | null;
  name: string;
  processedAt: Date;
  updatedAt: Date;
  cancelledAt: Date | null;
  test: boolean;
  totalMinorUnits: bigint;
  refundedMinorUnits: bigint;
}

/** What the total is made of; goods are the rest of it. "Left" is after returns, refunds and edits. */
export interface OrderParts {
  /** What edits took off that was not paid back. */
  removedMinorUnits: bigint;
  /** All taxes, shipping's too. */
  taxMinorUnits: bigint;
  taxLeftMinorUnits: bigint;
  /** Without its tax. */
  shippingMinorUnits: bigint;
  shippingLeftMinorUnits: bigint;
  shippingTaxMinorUnits: bigint;
  /** Tips, duties and fees. */
  extrasMinorUnits: bigint;
}

/** How an order came about. Null is what Shopify does not say. */
export interface OrderContext {
  countryCode: string | null;
  channel: string | null;
  firstSource: string | null;
  lastSource: string | null;
  usedDiscount: boolean;
  discountMinorUnits: bigint;
  /** What the customer paid in. */
  presentmentCurrency: string | null;
  paymentGateways: readonly string[];
  shippingMethod: string | null;
}

/** An order as it comes in; without parts all of it went for goods, without a context nothing is known of it. */
export type IncomingOrder = LedgerOrder & {
  parts?: OrderParts;
  context?: OrderContext;
  lines?: readonly LedgerLine[];
};

/** What an answer of the same moment with other content means: a reason to ask again, or the answer to that. */
export type SameMoment = "doubts" | "settles";

/**
 * Writes orders with their lines unless the ledger holds a newer answer, or knows them deleted. Repeating it changes
 * nothing. Returns the customers whose history changed, the former owner of a reassigned order included.
 */
export async function saveOrders(
  tx: Transaction,
  shop: string,
  orders: readonly IncomingOrder[],
  sameMoment: SameMoment = "doubts",
): Promise<bigint[]> {
  const { written, customerIds, asWritten } = await writeOrders(tx, shop, orders, null, sameMoment);
  const isWritten = new Set(written);
  const lines = asWritten
    .filter(({ orderId }) => isWritten.has(orderId))
    .flatMap(({ orderId, lines = [] }) => lines.map((line) => ({ orderId, line })));
  await replaceLines(tx, shop, written, lines);
  return customerIds;
}

/** The same for orders of an import, whose lines follow by `saveImportedLines`. */
export async function saveImportedOrders(
  tx: Transaction,
  shop: string,
  orders: readonly IncomingOrder[],
  importStartedAt: Date,
): Promise<void> {
  const { written } = await writeOrders(tx, shop, orders, importStartedAt, "doubts");
  await deleteLines(tx, shop, written);
}

/**
 * An order that is held as it is stays untouched, and with it its lines. What there was before is looked up order by
 * order (LATERAL, LIMIT 1): a table that grows is not analyzed yet, and a join would read the whole shop each time.
 */
async function writeOrders(
  tx: Transaction,
  shop: string,
  incoming: readonly IncomingOrder[],
  linesByImport: Date | null,
  sameMoment: SameMoment,
): Promise<{ written: bigint[]; customerIds: bigint[]; asWritten: readonly IncomingOrder[] }> {
  if (incoming.length === 0) return { written: [], customerIds: [], asWritten: [] };
  await lockLedgerForWriting(tx, shop);
  const orders = await withoutForgottenPeople(tx, shop, incoming);
  const rows = await tx.$queryRaw<WrittenOrder[]>`
    WITH incoming AS (
      SELECT * FROM unnest(
        ${columnText(orders, (o) => o.orderId)}::bigint[],
        ${columnText(orders, (o) => o.customerId)}::bigint[],
        ${columnText(orders, (o) => o.name)}::text[],
        ${columnText(orders, (o) => o.processedAt)}::timestamptz[],
        ${columnText(orders, (o) => o.updatedAt)}::timestamptz[],
        ${columnText(orders, (o) => o.cancelledAt)}::timestamptz[],
        ${columnText(orders, (o) => o.test)}::boolean[],
        ${columnText(orders, (o) => o.totalMinorUnits)}::bigint[],
        ${columnText(orders, (o) => o.refundedMinorUnits)}::bigint[],
        ${columnText(orders, (o) => o.parts?.removedMinorUnits ?? 0n)}::bigint[],
        ${columnText(orders, (o) => o.parts?.taxMinorUnits ?? 0n)}::bigint[],
        ${columnText(orders, (o) => o.parts?.taxLeftMinorUnits ?? 0n)}::bigint[],
        ${columnText(orders, (o) => o.parts?.shippingMinorUnits ?? 0n)}::bigint[],
        ${columnText(orders, (o) => o.parts?.shippingLeftMinorUnits ?? 0n)}::bigint[],
        ${columnText(orders, (o) => o.parts?.shippingTaxMinorUnits ?? 0n)}::bigint[],
        ${columnText(orders, (o) => o.parts?.extrasMinorUnits ?? 0n)}::bigint[],
        ${columnText(orders, (o) => o.context?.countryCode ?? null)}::text[],
        ${columnText(orders, (o) => o.context?.channel ?? null)}::text[],
        ${columnText(orders, (o) => o.context?.firstSource ?? null)}::text[],
        ${columnText(orders, (o) => o.context?.lastSource ?? null)}::text[],
        ${columnText(orders, (o) => o.context?.usedDiscount ?? false)}::boolean[],
        ${columnText(orders, (o) => o.context?.discountMinorUnits ?? 0n)}::bigint[],
        ${columnText(orders, (o) => o.context?.presentmentCurrency ?? null)}::text[],
        ${columnText(orders, (o) => o.context?.paymentGateways.join(",") ?? null)}::text[],
        ${columnText(orders, (o) => o.context?.shippingMethod ?? null)}::text[],
        ${columnText(orders, (o) => o.companyLocationId ?? null)}::bigint[]
      ) AS i (order_id, customer_id, name, processed_at, updated_at, cancelled_at, test, total, refunded,
              removed, tax, tax_left, shipping, shipping_left, shipping_tax, extras,
              country_code, channel, first_source, last_source, used_discount, discount, presentment_currency,
              payment_gateways, shipping_method, company_location_id)
    ), written AS (
      INSERT INTO orders AS held (shop, order_id, customer_id, name, processed_at, updated_at, cancelled_at, test,
        total_minor_units, refunded_minor_units, removed_minor_units, tax_minor_units, tax_left_minor_units,
        shipping_minor_units, shipping_left_minor_units, shipping_tax_minor_units, extras_minor_units,
        country_code, channel, first_source, last_source, used_discount, discount_minor_units, presentment_currency,
        payment_gateways, shipping_method, company_location_id, lines_by_import)
      SELECT ${shop}, i.*, ${linesByImport}::timestamptz FROM incoming i
      WHERE (SELECT true FROM deleted_order d WHERE d.shop = ${shop} AND d.order_id = i.order_id) IS NULL
      -- In one sequence for all, so that two writers never wait for each other in a ring.
      ORDER BY i.order_id
      ON CONFLICT (shop, order_id) DO UPDATE SET
        customer_id = excluded.customer_id, name = excluded.name, processed_at = excluded.processed_at,
        updated_at = excluded.updated_at, cancelled_at = excluded.cancelled_at, test = excluded.test,
        total_minor_units = excluded.total_minor_units,
        refunded_minor_units = excluded.refunded_minor_units, removed_minor_units = excluded.removed_minor_units,
        tax_minor_units = excluded.tax_minor_units, tax_left_minor_units = excluded.tax_left_minor_units,
        shipping_minor_units = excluded.shipping_minor_units,
        shipping_left_minor_units = excluded.shipping_left_minor_units,
        shipping_tax_minor_units = excluded.shipping_tax_minor_units,
        extras_minor_units = excluded.extras_minor_units, country_code = excluded.country_code,
        channel = excluded.channel, first_source = excluded.first_source, last_source = excluded.last_source,
        used_discount = excluded.used_discount, discount_minor_units = excluded.discount_minor_units,
        company_location_id = excluded.company_location_id,
        presentment_currency = excluded.presentment_currency, payment_gateways = excluded.payment_gateways,
        shipping_method = excluded.shipping_method, lines_by_import = excluded.lines_by_import,
        doubted_at = CASE WHEN ${sameMoment} = 'settles' THEN NULL
                          WHEN held.updated_at = excluded.updated_at THEN clock_timestamp() ELSE held.doubted_at END
      WHERE held.updated_at <= excluded.updated_at AND
        (held.customer_id, held.name, held.processed_at, held.updated_at, held.cancelled_at, held.test,
         held.total_minor_units, held.refunded_minor_units, held.removed_minor_units, held.tax_minor_units,
         held.tax_left_minor_units, held.shipping_minor_units, held.shipping_left_minor_units,
         held.shipping_tax_minor_units, held.extras_minor_units, held.country_code, held.channel,
         held.first_source, held.last_source, held.used_discount, held.discount_minor_units,
         held.presentment_currency, held.payment_gateways, held.shipping_method, held.company_location_id)
        IS DISTINCT FROM
        (excluded.customer_id, excluded.name, excluded.processed_at, excluded.updated_at, excluded.cancelled_at,
         excluded.test, excluded.total_minor_units, excluded.refunded_minor_units, excluded.removed_minor_units, excluded.tax_minor_units,
         excluded.tax_left_minor_units, excluded.shipping_minor_units, excluded.shipping_left_minor_units,
         excluded.shipping_tax_minor_units, excluded.extras_minor_units, excluded.country_code, excluded.channel,
         excluded.first_source, excluded.last_source, excluded.used_discount, excluded.discount_minor_units,
         excluded.presentment_currency, excluded.payment_gateways, excluded.shipping_method,
         excluded.company_location_id)
      RETURNING order_id, customer_id, company_location_id
    )
    SELECT order_id, ARRAY[written.customer_id, former.customer_id] AS customer_ids,
           ARRAY[written.company_location_id, former.company_location_id] AS location_ids
    FROM written LEFT JOIN LATERAL (
      SELECT o.order_id, o.customer_id, o.company_location_id FROM orders o WHERE o.shop = ${shop} AND o.order_id = written.order_id LIMIT 1
    ) AS former USING (order_id)
    -- An import marks nobody, and only an order that was there before has lines to take away.
    WHERE ${linesByImport}::timestamptz IS NULL OR former.order_id IS NOT NULL`;
  const buyers = await listBuyersAt(
    tx,
    shop,
    rows.flatMap((row) => row.location_ids),
  );
  return {
    written: rows.map((row) => row.order_id),
    customerIds: distinct([...rows.flatMap((row) => row.customer_ids), ...buyers]),
    asWritten: orders,
  };
}

/** The orders of customers who were forgotten as nobody's: what they came to, and nothing of who, where and what. */
async function withoutForgottenPeople(
  tx: Transaction,
  shop: string,
  orders: readonly IncomingOrder[],
): Promise<readonly IncomingOrder[]> {
  const ids = orders.map(({ orderId }) => orderId);
  const rows = await tx.$queryRaw<{ order_id: bigint }[]>`
    SELECT order_id FROM erased_order WHERE shop = ${shop} AND order_id = ANY(${ids}::bigint[])`;
  if (rows.length === 0) return orders;
  const erased = new Set(rows.map((row) => row.order_id));
  return orders.map((order) => {
    if (!erased.has(order.orderId)) return order;
    const { context, lines: _lines, ...rest } = order;
    const nowhere = { countryCode: null, channel: null, firstSource: null, lastSource: null };
    return { ...rest, customerId: null, ...(context && { context: { ...context, ...nowhere } }) };
  });
}

interface WrittenOrder {
  order_id: bigint;
  /** Whose it is and was; the same of the location it was bought for. */
  customer_ids: (bigint | null)[];
  location_ids: (bigint | null)[];
}

/** Everybody who has ordered for one of these locations: they may be scored by all that was bought for it. */
async function listBuyersAt(
  tx: Transaction,
  shop: string,
  locationIds: readonly (bigint | null)[],
): Promise<(bigint | null)[]> {
  const ids = distinct(locationIds);
  if (ids.length === 0) return [];
  const rows = await tx.$queryRaw<{ customer_id: bigint | null }[]>`
    SELECT DISTINCT customer_id FROM orders
    WHERE shop = ${shop} AND company_location_id IS NOT NULL AND company_location_id = ANY(${ids}::bigint[])`;
  return rows.map((row) => row.customer_id);
}

function distinct(ids: readonly (bigint | null)[]): bigint[] {
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : [id]));
}

/**
 * Removes orders Shopify no longer has, and remembers that: an answer asked for before the deletion may still be on
 * its way. Returns the customers who lost one.
 */
export async function deleteOrders(
  tx: Transaction,
  shop: string,
  orderIds: readonly bigint[],
): Promise<bigint[]> {
  if (orderIds.length === 0) return [];
  await lockLedgerForDeleting(tx, shop);
  await tx.$executeRaw`
    INSERT INTO deleted_order (shop, order_id, deleted_at)
    SELECT ${shop}, id, now() FROM unnest(${orderIds}::bigint[]) AS id ON CONFLICT DO NOTHING`;
  const rows = await tx.$queryRaw<{ customer_id: bigint | null; location_id: bigint | null }[]>`
    DELETE FROM orders WHERE shop = ${shop} AND order_id = ANY(${orderIds}::bigint[])
    RETURNING customer_id, company_location_id AS location_id`;
  await deleteLines(tx, shop, orderIds);
  const buyers = await listBuyersAt(
    tx,
    shop,
    rows.map((row) => row.location_id),
  );
  return distinct([...rows.map((row) => row.customer_id), ...buyers]);
}

export async function countLedgerOrders(db: Database, shop: string): Promise<number> {
  return db.order.count({ where: { shop } });
}

/** No answer is on its way for as long as that. */
export async function forgetDeletionsBefore(db: Database, moment: Date): Promise<void> {
  await db.deletedOrder.deleteMany({ where: { deletedAt: { lt: moment } } });
}

export async function countOrdersInOtherCurrencies(
  db: Database,
  shop: string,
  currencyCode: string,
): Promise<number> {
  return db.order.count({ where: { shop, presentmentCurrency: { not: currencyCode } } });
}

/** How many orders the ledger has of a shop, and since when. */
export async function summarizeLedger(
  db: Database,
  shop: string,
): Promise<{ orders: number; oldestAt: Date | null }> {
  const { _count, _min } = await db.order.aggregate({
    where: { shop },
    _count: { orderId: true },
    _min: { processedAt: true },
  });
  return { orders: _count.orderId, oldestAt: _min.processedAt };
}
