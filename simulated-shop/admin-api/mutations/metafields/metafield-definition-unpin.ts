import { unpinMetafieldDefinition } from "../../../world/metafield-definition-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { lookUpDefinition, type DefinitionIdentifier } from "./metafield-definition-rules.ts";
import { userError } from "../user-error.ts";

type UnpinArgs = { definitionId?: string | null; identifier?: DefinitionIdentifier | null };

/** `metafieldDefinitionUnpin`. */
export function metafieldDefinitionUnpin(
  _root: unknown,
  { definitionId, identifier }: UnpinArgs,
  { shop }: RequestContext,
) {
  const definition = lookUpDefinition(shop, {
    id: definitionId ?? null,
    identifier: identifier ?? null,
  });
  const error =
    definition === undefined
      ? userError(["identifier"], "Definition not found.", "NOT_FOUND")
      : definition.pinnedPosition === null
        ? userError(null, `Definition ${definition.id} isn't pinned.`, "NOT_PINNED")
        : null;
  if (definition === undefined || error !== null)
    return { unpinnedDefinition: null, userErrors: [error] };
  unpinMetafieldDefinition(shop.world, definition);
  return { unpinnedDefinition: definition, userErrors: [] };
}
