import type { Database } from "./database.ts";

/** Titles of products by id, as the last order said; missing where none did. */
export async function readProductTitles(
  db: Database,
  shop: string,
  productIds: readonly string[],
): Promise<Map<string, string>> {
  const ids = [...new Set(productIds)].filter((id) => /^\d{1,18}$/.test(id)).map(BigInt);
  const products = await db.product.findMany({
    where: { shop, productId: { in: ids } },
    select: { productId: true, title: true },
  });
  return new Map(products.map(({ productId, title }) => [String(productId), title]));
}
