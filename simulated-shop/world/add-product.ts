import type { Product } from "./product.ts";
import type { World } from "./world.ts";

/** Puts a product with its one variant into the world. */
export function addProduct(
  world: World,
  given: Omit<Product, "gidType" | "id" | "variantId">,
): Product {
  const product: Product = {
    ...given,
    gidType: "Product",
    id: world.ids.take("Product"),
    variantId: world.ids.take("ProductVariant"),
  };
  world.products.set(product.id, product);
  world.revision += 1;
  return product;
}
