/** What a rule's conditions can be chosen from. */
import type { Database } from "./database.ts";

export async function listProductChoices(
  db: Database,
  shop: string,
  most: number,
): Promise<{ productId: bigint; title: string }[]> {
  return db.product.findMany({
    where: { shop },
    select: { productId: true, title: true },
    orderBy: [{ title: "asc" }, { productId: "asc" }],
    take: most,
  });
}

export async function listProductTypes(
  db: Database,
  shop: string,
  most: number,
): Promise<string[]> {
  const rows = await db.product.groupBy({
    by: ["productType"],
    where: { shop, productType: { not: "" } },
    orderBy: { productType: "asc" },
    take: most,
  });
  return rows.map(({ productType }) => productType);
}

/** Two-letter codes of where orders went. */
export async function listCountries(db: Database, shop: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT country_code AS code FROM orders
    WHERE shop = ${shop} AND country_code IS NOT NULL ORDER BY 1`;
  return rows.map(({ code }) => code);
}
