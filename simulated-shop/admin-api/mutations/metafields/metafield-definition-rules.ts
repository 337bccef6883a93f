import { parseGid } from "../../../world/gid.ts";
import {
  findMetafieldDefinition,
  type MetafieldDefinition,
} from "../../../world/metafield-definition.ts";
import type { SimulatedShopContext } from "../../../context.ts";
import { expandNamespace } from "../../app-namespace.ts";
import { userError, type UserError } from "../user-error.ts";

const MAX_TEXT_CHARACTERS = 255;

/** Pinned definitions of one owner type. */
export const MAX_PINNED = 50;

export const PIN_LIMIT_REACHED = userError(
  null,
  `Limit of ${MAX_PINNED} pinned definitions.`,
  "PINNED_LIMIT_REACHED",
);

export type DefinitionIdentifier = {
  ownerType: string;
  namespace?: string | null;
  key: string;
};

/** What is wrong with a definition's name and description. */
export function problemsWithTexts(
  { name, description }: { name?: string | null; description?: string | null },
  place: readonly string[],
): UserError[] {
  const tooLong = (label: string, field: string) =>
    userError(
      [...place, field],
      `${label} is too long (maximum is ${MAX_TEXT_CHARACTERS} characters)`,
      "TOO_LONG",
    );
  const errors: UserError[] = [];
  if (name?.trim() === "")
    errors.push(userError([...place, "name"], "Name can't be blank", "BLANK"));
  if ((name ?? "").length > MAX_TEXT_CHARACTERS) errors.push(tooLong("Name", "name"));
  if ((description ?? "").length > MAX_TEXT_CHARACTERS)
    errors.push(tooLong("Description", "description"));
  return errors;
}

/** The definition a mutation or query names by id or by identifier. */
export function lookUpDefinition(
  { world, config }: SimulatedShopContext,
  { id, identifier }: { id?: string | null; identifier?: DefinitionIdentifier | null },
): MetafieldDefinition | undefined {
  if (id != null) {
    const gid = parseGid(id);
    return gid?.type === "MetafieldDefinition" ? world.metafieldDefinitions.get(gid.id) : undefined;
  }
  if (identifier == null) return undefined;
  const namespace = expandNamespace(identifier.namespace, config.clientId);
  return findMetafieldDefinition(world, { ...identifier, namespace });
}
