import type { World } from "./world.ts";

/** Products a merchant put together by hand, in their order. */
export type Collection = {
  readonly gidType: "Collection";
  readonly id: number;
  title: string;
  /** As its page's address has it; no two have the same. */
  readonly handle: string;
  description: string;
  productIds: readonly number[];
  updatedAtMs: number;
};

/** Puts a collection into the world. */
export function addCollection(
  world: World,
  given: Pick<Collection, "title" | "productIds"> & { description?: string },
): Collection {
  const { title, productIds, description = "" } = given;
  const id = world.ids.take("Collection");
  const collection: Collection = {
    ...{ gidType: "Collection", id, title, description, productIds: [...new Set(productIds)] },
    handle: freeHandle(world, handleOf(title)),
    updatedAtMs: world.clock.nowMs(),
  };
  world.collections.set(id, collection);
  world.revision += 1;
  return collection;
}

/** From now on these products are in it. */
export function changeCollection(
  world: World,
  collection: Collection,
  productIds: readonly number[],
): void {
  collection.productIds = [...new Set(productIds)];
  collection.updatedAtMs = world.clock.nowMs();
  world.revision += 1;
}

/** Discounts of it go on without it. */
export function deleteCollection(world: World, { id }: Collection): void {
  world.collections.delete(id);
  world.revision += 1;
}

/** The collections a product is in. */
export function collectionIdsOf({ collections }: World, productId: number): number[] {
  return [...collections.values()]
    .filter(({ productIds }) => productIds.includes(productId))
    .map(({ id }) => id);
}

/** "Tea, 100 g" → "tea-100-g" */
export function handleOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** A handle that is taken gets a number: "gifts-1". */
function freeHandle({ collections }: World, wanted: string): string {
  const taken = new Set([...collections.values()].map(({ handle }) => handle));
  let handle = wanted;
  for (let number = 1; taken.has(handle); number += 1) handle = `${wanted}-${number}`;
  return handle;
}
