import { columnText } from "./array-text.ts";
import type { Database, Transaction } from "./database.ts";
import { keepKnownCustomers } from "./known-customers.ts";
import { saveProducts, type SoldProduct } from "./order-lines.ts";

/** A checkout that was left. Amounts are minor units of the shop's currency. */
export interface CheckoutRow {
  checkoutId: bigint;
  customerId: bigint | null;
  createdAt: Date;
  updatedAt: Date;
  completedAt: Date | null;
  totalMinorUnits: bigint;
  lines: readonly { product: SoldProduct; quantity: number; minorUnits: bigint }[];
}

/**
 * Stores checkouts as Shopify tells of them; an older answer never overwrites a newer one, and repeating it changes
 * nothing. Whoever has no standing stays out of it: their checkout is nobody's.
 */
export async function saveCheckouts(
  tx: Transaction,
  shop: string,
  rows: readonly CheckoutRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const customerIds = rows.flatMap(({ customerId }) => customerId ?? []);
  const known = await keepKnownCustomers(tx, shop, customerIds);
  const products = rows.flatMap(({ lines }) => lines.map(({ product }) => product));
  await saveProducts(tx, shop, products);
  const written = await tx.$queryRaw<{ checkoutId: bigint }[]>`
    INSERT INTO abandoned_checkout AS held (shop, checkout_id, customer_id, created_at, updated_at, completed_at, total_minor_units)
    SELECT ${shop}, c.* FROM unnest(
      ${columnText(rows, (row) => row.checkoutId)}::bigint[],
      ${columnText(rows, ({ customerId }) => (customerId !== null && known.has(customerId) ? customerId : null))}::bigint[],
      ${columnText(rows, (row) => row.createdAt)}::timestamptz[], ${columnText(rows, (row) => row.updatedAt)}::timestamptz[],
      ${columnText(rows, (row) => row.completedAt)}::timestamptz[],
      ${columnText(rows, (row) => row.totalMinorUnits)}::bigint[]) AS c
    ON CONFLICT (shop, checkout_id) DO UPDATE SET customer_id = excluded.customer_id, updated_at = excluded.updated_at,
      completed_at = excluded.completed_at, total_minor_units = excluded.total_minor_units
    WHERE held.updated_at <= excluded.updated_at
    RETURNING checkout_id AS "checkoutId"`;
  const ids = new Set(written.map(({ checkoutId }) => checkoutId));
  await tx.abandonedProduct.deleteMany({ where: { shop, checkoutId: { in: [...ids] } } });
  const lines = rows.filter(({ checkoutId }) => ids.has(checkoutId)).flatMap(productsOf);
  await tx.abandonedProduct.createMany({ data: lines.map((line) => ({ shop, ...line })) });
}

/** One row for each product, however many lines it has. */
function productsOf({ checkoutId, lines }: CheckoutRow) {
  const byProduct = new Map<bigint, { quantity: number; minorUnits: bigint }>();
  for (const { product, quantity, minorUnits } of lines) {
    const sum = byProduct.get(product.productId) ?? { quantity: 0, minorUnits: 0n };
    byProduct.set(product.productId, {
      quantity: sum.quantity + quantity,
      minorUnits: sum.minorUnits + minorUnits,
    });
  }
  return [...byProduct].map(([productId, sums]) => ({ checkoutId, productId, ...sums }));
}

export interface CheckoutOfCustomer {
  customerId: bigint;
  createdAt: Date;
  completedAt: Date | null;
  totalMinorUnits: bigint;
  products: string[];
}

/** The left checkouts of some customers. */
export async function readCheckouts(
  db: Database,
  shop: string,
  customerIds: readonly bigint[],
): Promise<CheckoutOfCustomer[]> {
  return db.$queryRaw<CheckoutOfCustomer[]>`
    SELECT c.customer_id AS "customerId", c.created_at AS "createdAt", c.completed_at AS "completedAt",
           c.total_minor_units AS "totalMinorUnits",
           ARRAY(SELECT p.product_id::text FROM abandoned_product p
                 WHERE p.shop = c.shop AND p.checkout_id = c.checkout_id) AS products
    FROM abandoned_checkout c
    WHERE c.shop = ${shop} AND c.customer_id = ANY(${[...customerIds]}::bigint[])`;
}

export async function countCheckouts(db: Database, shop: string): Promise<number> {
  return db.abandonedCheckout.count({ where: { shop } });
}

/** Makes a customer's checkouts nobody's. Returns how many there were. */
export async function disownCheckouts(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<number> {
  const { count } = await db.abandonedCheckout.updateMany({
    where: { shop, customerId },
    data: { customerId: null },
  });
  return count;
}

/** Forgets checkouts that were begun before a moment; null = all. */
export async function deleteCheckoutsBefore(
  tx: Transaction,
  shop: string,
  moment: Date | null,
): Promise<void> {
  await tx.$executeRaw`
    WITH gone AS (DELETE FROM abandoned_checkout
      WHERE shop = ${shop} AND created_at < coalesce(${moment}::timestamptz, 'infinity') RETURNING checkout_id)
    DELETE FROM abandoned_product WHERE shop = ${shop} AND checkout_id IN (SELECT checkout_id FROM gone)`;
}
