import type { DiscountItems } from "../../../world/discount.ts";
import { parseGid } from "../../../world/gid.ts";
import type { World } from "../../../world/world.ts";
import type { DiscountItemsInput } from "./discount-input.ts";
import type { ProblemList } from "./problem-list.ts";
import { changeIds, requireNoneInBoth } from "./read-discount-context.ts";

/**
 * Which products a discount is about; null when the input does not say. The shop has no collections, so every
 * collection's id is unknown.
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
  const collections = input.collections?.add ?? [];
  requireNoneInBoth(collections, input.collections?.remove, "Collection");
  if (collections.length > 0 && input.products != null)
    problems.add(
      `${path}.collections.add`,
      "Cannot entitle collections in combination with product variants or products",
      "CONFLICT",
    );
  for (const gid of collections)
    problems.add(
      `${path}.collections.add`,
      `Collection with id: ${parseGid(gid)?.id ?? 0} is invalid`,
      "INVALID",
    );
  if (input.products == null) return input.all === true ? { kind: "all" } : current;

  const before =
    current?.kind === "products"
      ? current
      : { productIds: [] as number[], variantIds: [] as number[] };
  const { productsToAdd, productsToRemove, productVariantsToAdd, productVariantsToRemove } =
    input.products;
  const productIds = changeIds(
    before.productIds,
    { add: productsToAdd ?? null, remove: productsToRemove ?? null },
    "Product",
    (id) => {
      if (!world.products.has(id))
        problems.add(
          `${path}.products.productsToAdd`,
          `Product with id: ${id} is invalid`,
          "INVALID",
        );
    },
  );
  const variantIds = changeIds(
    before.variantIds,
    { add: productVariantsToAdd ?? null, remove: productVariantsToRemove ?? null },
    "ProductVariant",
    (id) => {
      if (!hasVariant(world, id))
        problems.add(
          `${path}.products.productVariantsToAdd`,
          `Product variant with id: ${id} is invalid`,
          "INVALID",
        );
    },
  );
  return { kind: "products", productIds, variantIds };
}

function hasVariant(world: World, variantId: number): boolean {
  for (const product of world.products.values()) if (product.variantId === variantId) return true;
  return false;
}
