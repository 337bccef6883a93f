import {
  pinMetafieldDefinition,
  pinnedDefinitionsOf,
} from "../../../world/metafield-definition-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import {
  lookUpDefinition,
  MAX_PINNED,
  PIN_LIMIT_REACHED,
  type DefinitionIdentifier,
} from "./metafield-definition-rules.ts";
import { userError, type UserError } from "../user-error.ts";

type PinArgs = { definitionId?: string | null; identifier?: DefinitionIdentifier | null };

/** `metafieldDefinitionPin`: at most fifty an owner type. */
export function metafieldDefinitionPin(
  _root: unknown,
  { definitionId, identifier }: PinArgs,
  { shop }: RequestContext,
) {
  const refuse = (error: UserError) => ({ pinnedDefinition: null, userErrors: [error] });
  const definition = lookUpDefinition(shop, {
    id: definitionId ?? null,
    identifier: identifier ?? null,
  });
  if (definition === undefined)
    return refuse(userError(["identifier"], "Definition not found.", "NOT_FOUND"));
  if (definition.pinnedPosition !== null)
    return refuse(userError(null, "Definition already pinned.", "ALREADY_PINNED"));
  if (pinnedDefinitionsOf(shop.world, definition.ownerType).length >= MAX_PINNED)
    return refuse(PIN_LIMIT_REACHED);
  pinMetafieldDefinition(shop.world, definition);
  return { pinnedDefinition: definition, userErrors: [] };
}
