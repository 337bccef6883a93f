import type { DiscountItems } from "../../../world/discount.ts";
import type { World } from "../../../world/world.ts";
import type { DiscountItemsInput } from "./discount-input.ts";
import type { ProblemList } from "./problem-list.ts";
import { changeIds } from "./read-discount-context.ts";

/**
 * Which products a discount is about; null when the input does not say. What is added and removed counts from what it
 * has now, and it has either collections or products in the end.
 *
 * @param path "customerGets.items"
 */
export function readDiscountItems(
  world: World,
  input: DiscountItemsInput | null | undefined,
  current: DiscountItems | null,
  path: string,
  problems: ProblemList,
): DiscountItems | null {
  if (input == null) return current;
  if (input.collections == null && input.products == null)
    return input.all === true ? { kind: "all" } : current;
  const collectionIds = changeIds(
    current?.kind === "collections" ? current.collectionIds : [],
    { add: input.collections?.add ?? null, remove: input.collections?.remove ?? null },
    "Collection",
    (id) => {
      if (!world.collections.has(id)) refuse("collections.add", "Collection", id);
    },
  );
  const { productIds, variantIds } = readProducts();
  if (collectionIds.length === 0) return { kind: "products", productIds, variantIds };
  if (productIds.length + variantIds.length > 0)
    problems.add(
      `${path}.collections.add`,
      "Cannot entitle collections in combination with product variants or products",
      "CONFLICT",
    );
  return { kind: "collections", collectionIds };

  function readProducts() {
    const before = current?.kind === "products" ? current : { productIds: [], variantIds: [] };
    const { productsToAdd, productsToRemove, productVariantsToAdd, productVariantsToRemove } =
      input?.products ?? {};
    return {
      productIds: changeIds(
        before.productIds,
        { add: productsToAdd ?? null, remove: productsToRemove ?? null },
        "Product",
        (id) => {
          if (!world.products.has(id)) refuse("products.productsToAdd", "Product", id);
        },
      ),
      variantIds: changeIds(
        before.variantIds,
        { add: productVariantsToAdd ?? null, remove: productVariantsToRemove ?? null },
        "ProductVariant",
        (id) => {
          if (!hasVariant(world, id))
            refuse("products.productVariantsToAdd", "Product variant", id);
        },
      ),
    };
  }

  function refuse(field: string, noun: string, id: number): void {
    problems.add(`${path}.${field}`, `${noun} with id: ${id} is invalid`, "INVALID");
  }
}

function hasVariant(world: World, variantId: number): boolean {
  for (const product of world.products.values()) if (product.variantId === variantId) return true;
  return false;
}
