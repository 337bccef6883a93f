import type { Database } from "./database.ts";

/** What one order has of one thing. Amounts are integer minor units of the shop's currency. */
export interface LedgerLine {
  lineId: bigint;
  product: SoldProduct | null;
  isGiftCard: boolean;
  quantity: number;
  returnedQuantity: number;
  unitMinorUnits: bigint;
  netMinorUnits: bigint;
}

export interface SoldProduct {
  productId: bigint;
  title: string;
  productType: string;
  vendor: string;
}

export interface LineOfOrder {
  orderId: bigint;
  line: LedgerLine;
}

/**
 * Writes lines that an import reads after their orders. Those of an order that somebody else has written since belong
 * to an older version of it, and are left out. Repeating it changes nothing.
 */
export async function saveImportedLines(
  db: Database,
  shop: string,
  lines: readonly LineOfOrder[],
  importStartedAt: Date,
): Promise<void> {
  if (lines.length === 0) return;
  await saveProducts(db, shop, lines);
  await db.$executeRaw`
    INSERT INTO order_line (shop, order_id, line_id, product_id, is_gift_card, quantity, returned_quantity, unit_minor_units, net_minor_units)
    SELECT ${shop}, i.* FROM unnest(
      ${lines.map((l) => l.orderId)}::bigint[], ${lines.map((l) => l.line.lineId)}::bigint[],
      ${lines.map((l) => l.line.product?.productId ?? null)}::bigint[],
      ${lines.map((l) => l.line.isGiftCard)}::boolean[],
      ${lines.map((l) => l.line.quantity)}::int[], ${lines.map((l) => l.line.returnedQuantity)}::int[],
      ${lines.map((l) => l.line.unitMinorUnits)}::bigint[], ${lines.map((l) => l.line.netMinorUnits)}::bigint[]
    ) AS i (order_id)
    JOIN orders o ON o.shop = ${shop} AND o.order_id = i.order_id AND o.lines_by_import = ${importStartedAt}
    ON CONFLICT DO NOTHING`;
}

/** Replaces the lines of orders just written. */
export async function replaceLines(
  db: Database,
  shop: string,
  orderIds: readonly bigint[],
  lines: readonly LineOfOrder[],
): Promise<void> {
  await deleteLines(db, shop, orderIds);
  if (lines.length === 0) return;
  await saveProducts(db, shop, lines);
  await db.orderLine.createMany({
    data: lines.map(({ orderId, line: { product, ...line } }) => ({
      shop,
      orderId,
      productId: product?.productId ?? null,
      ...line,
    })),
  });
}

export async function deleteLines(
  db: Database,
  shop: string,
  orderIds: readonly bigint[],
): Promise<void> {
  if (orderIds.length === 0) return;
  await db.$executeRaw`
    DELETE FROM order_line WHERE shop = ${shop} AND order_id = ANY(${orderIds}::bigint[])`;
}

/** What is sold now; in one sequence for all, so that two writers never wait for each other in a ring. */
async function saveProducts(
  db: Database,
  shop: string,
  lines: readonly LineOfOrder[],
): Promise<void> {
  const byId = new Map<bigint, SoldProduct>();
  for (const { line } of lines)
    if (line.product !== null) byId.set(line.product.productId, line.product);
  const products = [...byId.values()];
  if (products.length === 0) return;
  await db.$executeRaw`
    INSERT INTO product AS held (shop, product_id, title, product_type, vendor)
    SELECT ${shop}, p.* FROM unnest(
      ${products.map((p) => p.productId)}::bigint[], ${products.map((p) => p.title)}::text[],
      ${products.map((p) => p.productType)}::text[], ${products.map((p) => p.vendor)}::text[]) AS p (product_id)
    ORDER BY p.product_id
    ON CONFLICT (shop, product_id) DO UPDATE SET title = excluded.title, product_type = excluded.product_type,
      vendor = excluded.vendor
    WHERE held IS DISTINCT FROM excluded`;
}
