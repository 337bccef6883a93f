import { findMetafield, type MetafieldOwner } from "../../world/metafield.ts";
import type { MetafieldDefinition } from "../../world/metafield-definition.ts";
import { ownersOfDefinition } from "../../world/metafield-definition-actions.ts";
import type { World } from "../../world/world.ts";

/** Who but `owner` has this value under a definition; values of an `id` and of other unique types name one thing. */
export function findOtherWithValue(
  world: World,
  definition: MetafieldDefinition,
  value: string,
  owner: MetafieldOwner,
): MetafieldOwner | undefined {
  return ownersOfDefinition(world, definition).find(
    (other) =>
      other !== owner &&
      findMetafield(other, definition.namespace, definition.key)?.value === value,
  );
}
