import { gidOfObject } from "../../../world/gid.ts";
import type { MetafieldDefinition } from "../../../world/metafield-definition.ts";
import { deleteMetafieldDefinition } from "../../../world/metafield-definition-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { referencedNounOf } from "../../metafields/metafield-types.ts";
import { isAppNamespace } from "../../metafields/namespace-access.ts";
import { lookUpDefinition, type DefinitionIdentifier } from "./metafield-definition-rules.ts";
import { userError, type UserError } from "../user-error.ts";

type DeleteArgs = {
  id?: string | null;
  identifier?: DefinitionIdentifier | null;
  deleteAllAssociatedMetafields?: boolean | null;
};

/** `metafieldDefinitionDelete`: leaves the metafields in place, unless asked to delete them as well. */
export function metafieldDefinitionDelete(
  _root: unknown,
  { deleteAllAssociatedMetafields, ...named }: DeleteArgs,
  { shop }: RequestContext,
) {
  const definition = lookUpDefinition(shop, named);
  const withMetafields = deleteAllAssociatedMetafields === true;
  const error =
    definition === undefined
      ? userError([named.id == null ? "identifier" : "id"], "Definition not found.", "NOT_FOUND")
      : reasonToKeep(definition, withMetafields);
  if (definition === undefined || error !== null)
    return { deletedDefinitionId: null, deletedDefinition: null, userErrors: [error] };
  deleteMetafieldDefinition(shop.world, definition, { withMetafields });
  const { ownerType, namespace, key } = definition;
  return {
    deletedDefinitionId: gidOfObject(definition),
    deletedDefinition: { ownerType, namespace, key },
    userErrors: [],
  };
}

/** Some metafields mean nothing without their definition: they must go with it. */
function reasonToKeep(
  { namespace, type }: MetafieldDefinition,
  withMetafields: boolean,
): UserError | null {
  if (withMetafields) return null;
  if (type === "id" || referencedNounOf(type) !== null) {
    const [kind, code] =
      type === "id"
        ? ["an id", "ID_TYPE_DELETION_ERROR"]
        : ["a reference", "REFERENCE_TYPE_DELETION_ERROR"];
    const message = `Deleting ${kind} type metafield definition requires deletion of its associated metafields.`;
    return userError(null, message, code);
  }
  if (!isAppNamespace(namespace)) return null;
  const message =
    "Deleting a definition in a reserved namespace must have deleteAllAssociatedMetafields set to true.";
  return userError(null, message, "RESERVED_NAMESPACE_ORPHANED_METAFIELDS");
}
