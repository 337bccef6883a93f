import { deleteMetafield } from "../../../world/set-metafields.ts";
import { expandNamespace } from "../../app-namespace.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { isClosedNamespace } from "../../metafields/namespace-access.ts";
import { findMetafieldOwner } from "./metafield-owner.ts";
import { userError } from "../user-error.ts";

type Identifier = { ownerId: string; namespace: string; key: string };

/** `metafieldsDelete`: a metafield that is not there gives null in its place and no error; a closed namespace stops all. */
export function metafieldsDelete(
  _root: unknown,
  { metafields }: { metafields: readonly Identifier[] },
  { shop: { world, config } }: RequestContext,
) {
  const expanded = metafields.map(({ namespace, ...identifier }) => ({
    ...identifier,
    namespace: expandNamespace(namespace, config.clientId),
  }));
  if (expanded.some(({ namespace }) => isClosedNamespace(namespace, config.clientId))) {
    const message =
      "Access to this namespace and key on Metafields for this resource type is not allowed.";
    return { deletedMetafields: [], userErrors: [userError(["metafields"], message)] };
  }
  const deletedMetafields = expanded.map((identifier) => {
    const owner = findMetafieldOwner(world, identifier.ownerId);
    const { namespace, key } = identifier;
    return owner !== null && deleteMetafield(world, owner, namespace, key) ? identifier : null;
  });
  return { deletedMetafields, userErrors: [] };
}
