import { GraphQLError } from "graphql";
import type { MetafieldOwner } from "../../../world/metafield.ts";
import type { Product } from "../../../world/product.ts";
import type { World } from "../../../world/world.ts";
import { findByGid } from "../../queries/nodes.ts";

/** What a metafield mutation writes to; null when it does not exist. A type that carries no metafields is a top-level error. */
export function findMetafieldOwner(world: World, gid: string): MetafieldOwner | null {
  const found = findByGid(world, gid);
  if (found === undefined) return null;
  if (isProduct(found)) found.metafields ??= [];
  if (isMetafieldOwner(found)) return found;
  throw new GraphQLError("invalid id", { extensions: { code: "RESOURCE_NOT_FOUND" } });
}

function isProduct(object: { readonly gidType: string }): object is Product {
  return object.gidType === "Product";
}

function isMetafieldOwner(object: object): object is MetafieldOwner {
  return "metafields" in object;
}
