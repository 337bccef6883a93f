import type { MetafieldOwner } from "./metafield.ts";
import { ownerTypeOf, type MetafieldDefinition } from "./metafield-definition.ts";
import { deleteMetafield } from "./set-metafields.ts";
import type { World } from "./world.ts";

export type NewMetafieldDefinition = Omit<
  MetafieldDefinition,
  "gidType" | "id" | "pinnedPosition"
> & { readonly pin: boolean };

/** Saves a definition. Metafields that are there already are not looked at. */
export function createMetafieldDefinition(
  world: World,
  { pin, ...given }: NewMetafieldDefinition,
): MetafieldDefinition {
  const definition: MetafieldDefinition = {
    ...given,
    gidType: "MetafieldDefinition",
    id: world.ids.take("MetafieldDefinition"),
    pinnedPosition: null,
  };
  world.metafieldDefinitions.set(definition.id, definition);
  if (pin) pinMetafieldDefinition(world, definition);
  world.revision += 1;
  return definition;
}

/** Puts a definition at the end of its owner type's pinned ones. */
export function pinMetafieldDefinition(world: World, definition: MetafieldDefinition): void {
  definition.pinnedPosition = pinnedDefinitionsOf(world, definition.ownerType).length + 1;
  world.revision += 1;
}

/** The ones pinned after it move up. */
export function unpinMetafieldDefinition(world: World, definition: MetafieldDefinition): void {
  const position = definition.pinnedPosition;
  if (position === null) return;
  definition.pinnedPosition = null;
  for (const other of pinnedDefinitionsOf(world, definition.ownerType)) {
    if (other.pinnedPosition !== null && other.pinnedPosition > position) other.pinnedPosition -= 1;
  }
  world.revision += 1;
}

/** Forgets a definition, and the metafields it describes when asked to. */
export function deleteMetafieldDefinition(
  world: World,
  definition: MetafieldDefinition,
  { withMetafields }: { withMetafields: boolean },
): void {
  unpinMetafieldDefinition(world, definition);
  world.metafieldDefinitions.delete(definition.id);
  world.revision += 1;
  if (!withMetafields) return;
  for (const owner of ownersOfDefinition(world, definition))
    deleteMetafield(world, owner, definition.namespace, definition.key);
}

export function pinnedDefinitionsOf(world: World, ownerType: string): MetafieldDefinition[] {
  return [...world.metafieldDefinitions.values()].filter(
    (definition) => definition.ownerType === ownerType && definition.pinnedPosition !== null,
  );
}

/** Everything that carries the metafield a definition describes. */
export function ownersOfDefinition(
  world: World,
  { ownerType, namespace, key }: MetafieldDefinition,
): MetafieldOwner[] {
  return ownersOfType(world, ownerType).filter(({ metafields }) =>
    metafields.some((metafield) => metafield.key === key && metafield.namespace === namespace),
  );
}

function ownersOfType(world: World, ownerType: string): MetafieldOwner[] {
  const owners: MetafieldOwner[] = [
    world.shop,
    ...(ownerType === "CUSTOMER" ? world.customers.values() : []),
    ...(ownerType === "ORDER" ? world.orders.values() : []),
    ...[...(ownerType === "PRODUCT" ? world.products.values() : [])].filter(
      (product): product is typeof product & MetafieldOwner => "metafields" in product,
    ),
  ];
  return owners.filter((owner) => ownerTypeOf(owner) === ownerType);
}
