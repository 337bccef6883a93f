import { gidOf } from "../world/gid.ts";
import type { World } from "../world/world.ts";

const SHOWN = 50;

/** What the resource picker offers: products, or their only variants. */
export function resourcesOf(
  { products }: Pick<World, "products">,
  type: string,
  query: string,
): readonly Readonly<Record<string, unknown>>[] {
  const words = query.trim().toLowerCase();
  const found = [...products.values()]
    .filter(({ title }) => title.toLowerCase().includes(words))
    .slice(0, SHOWN);
  switch (type) {
    case "product":
      return found.map(({ id, variantId, title, productType, vendor, sku }) => ({
        id: gidOf("Product", id),
        title,
        productType,
        vendor,
        variants: [{ id: gidOf("ProductVariant", variantId), title: "Default Title", sku }],
      }));
    case "variant":
      return found.map(({ id, variantId, title, sku }) => ({
        id: gidOf("ProductVariant", variantId),
        title,
        sku,
        product: { id: gidOf("Product", id), title },
      }));
    default:
      return [];
  }
}
