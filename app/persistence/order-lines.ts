import { columnText } from "./array-text.ts";
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
  handle: string;
  productType: string;
  vendor: string;
}

export interface LineOfOrder {
  orderId: bigint;
  line: LedgerLine;
}

/** Products as an import has written them so far, which so writes each once and not with every line. */
export type WrittenProducts = Map<bigint, SoldProduct>;

const mostRemembered = 50_000;

/**
 * Writes lines that an import reads after their orders. Those of an order that somebody else has written since belong
 * to an older version of it, and are left out. Repeating it changes nothing.
 */
export async function saveImportedLines(
  db: Database,
  shop: string,
  lines: readonly LineOfOrder[],
  importStartedAt: Date,
  written: WrittenProducts = new Map(),
): Promise<void> {
  if (lines.length === 0) return;
  if (written.size > mostRemembered) written.clear();
  const news = lines.filter(
    ({ line: { product } }) => product !== null && !isAsWritten(product, written),
  );
  await saveProducts(db, shop, productsIn(news));
  for (const { line } of news)
    if (line.product !== null) written.set(line.product.productId, line.product);
  await db.$executeRaw`
    INSERT INTO order_line (shop, order_id, line_id, product_id, is_gift_card, quantity, returned_quantity, unit_minor_units, net_minor_units)
    SELECT ${shop}, i.* FROM unnest(
      ${columnText(lines, (l) => l.orderId)}::bigint[], ${columnText(lines, (l) => l.line.lineId)}::bigint[],
      ${columnText(lines, (l) => l.line.product?.productId ?? null)}::bigint[],
      ${columnText(lines, (l) => l.line.isGiftCard)}::boolean[],
      ${columnText(lines, (l) => l.line.quantity)}::int[], ${columnText(lines, (l) => l.line.returnedQuantity)}::int[],
      ${columnText(lines, (l) => l.line.unitMinorUnits)}::bigint[], ${columnText(lines, (l) => l.line.netMinorUnits)}::bigint[]
    ) AS i (order_id)
    -- Line by line: the planner does not know yet how many orders the shop has, and a join would read them all.
    CROSS JOIN LATERAL (SELECT FROM orders o
      WHERE o.shop = ${shop} AND o.order_id = i.order_id AND o.lines_by_import = ${importStartedAt}
        AND NOT EXISTS (SELECT FROM erased_order e WHERE e.shop = ${shop} AND e.order_id = i.order_id) LIMIT 1) AS ours
    ON CONFLICT DO NOTHING`;
}

function isAsWritten(product: SoldProduct, written: WrittenProducts): boolean {
  const held = written.get(product.productId);
  return (
    held?.title === product.title &&
    held.handle === product.handle &&
    held.productType === product.productType &&
    held.vendor === product.vendor
  );
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
  await saveProducts(db, shop, productsIn(lines));
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
export async function saveProducts(
  db: Database,
  shop: string,
  told: readonly SoldProduct[],
): Promise<void> {
  const products = [...new Map(told.map((product) => [product.productId, product])).values()];
  if (products.length === 0) return;
  await db.$executeRaw`
    INSERT INTO product AS held (shop, product_id, title, handle, product_type, vendor)
    SELECT ${shop}, p.* FROM unnest(
      ${columnText(products, (p) => p.productId)}::bigint[], ${columnText(products, (p) => p.title)}::text[],
      ${columnText(products, (p) => p.handle)}::text[], ${columnText(products, (p) => p.productType)}::text[],
      ${columnText(products, (p) => p.vendor)}::text[]) AS p (product_id, title, handle, product_type, vendor)
    -- Those that are as they were are not even locked, which would write them.
    WHERE (SELECT (h.title, h.handle, h.product_type, h.vendor) = (p.title, p.handle, p.product_type, p.vendor)
           FROM product h WHERE h.shop = ${shop} AND h.product_id = p.product_id) IS NOT TRUE
    ORDER BY p.product_id
    ON CONFLICT (shop, product_id) DO UPDATE SET title = excluded.title, handle = excluded.handle,
      product_type = excluded.product_type, vendor = excluded.vendor
    WHERE held IS DISTINCT FROM excluded`;
}

function productsIn(lines: readonly LineOfOrder[]): SoldProduct[] {
  return lines.flatMap(({ line }) => line.product ?? []);
}
