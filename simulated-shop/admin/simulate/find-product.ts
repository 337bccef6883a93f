import type { Product } from "../../world/product.ts";
import type { World } from "../../world/world.ts";

/** The product with this id, or with a variant of this id. */
export function findProduct(
  { products }: Pick<World, "products">,
  id: number,
): Product | undefined {
  const product = products.get(id);
  if (product !== undefined) return product;
  for (const other of products.values()) if (other.variantId === id) return other;
  return undefined;
}
