import { deleteMetafield } from "../../world/set-metafields.ts";
import { expandNamespace } from "../app-namespace.ts";
import type { RequestContext } from "../field-resolver.ts";
import { findMetafieldOwner } from "./metafield-owner.ts";

type Identifier = { ownerId: string; namespace: string; key: string };

/** `metafieldsDelete`: a metafield that is not there gives null in its place and no error. */
export function metafieldsDelete(
  _root: unknown,
  { metafields }: { metafields: readonly Identifier[] },
  { shop }: RequestContext,
) {
  const deletedMetafields = metafields.map(({ ownerId, namespace, key }) => {
    const owner = findMetafieldOwner(shop.world, ownerId);
    const expanded = expandNamespace(namespace, shop.config.clientId);
    if (owner === null || !deleteMetafield(shop.world, owner, expanded, key)) return null;
    return { ownerId, namespace: expanded, key };
  });
  return { deletedMetafields, userErrors: [] };
}
