import type { SimulatedShopContext } from "../../context.ts";
import { compareDigestOf, findMetafield, type Metafield } from "../../world/metafield.ts";
import {
  findMetafieldDefinition,
  ownerTypeOf,
  type MetafieldDefinition,
} from "../../world/metafield-definition.ts";
import type { MetafieldChange } from "../../world/set-metafields.ts";
import type { World } from "../../world/world.ts";
import { expandNamespace } from "../app-namespace.ts";
import { findMetafieldOwner } from "../mutations/metafields/metafield-owner.ts";
import { userError, type UserError } from "../mutations/user-error.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { findOtherWithValue } from "./find-other-with-value.ts";
import {
  isMetafieldType,
  isOtherMeasurement,
  LEGACY_TYPES,
  TYPES_IN_MESSAGE,
} from "./metafield-types.ts";
import { problemsWithLengths } from "./name-rules.ts";
import { isClosedNamespace } from "./namespace-access.ts";
import { readMetafieldValue } from "./read-metafield-value.ts";
import { validateMetafieldValue } from "./validate-metafield-value.ts";

export type MetafieldInput = {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
};

const RESERVED_NAMESPACES: ReadonlySet<string> = new Set([
  "shopify_standard",
  "protected",
  "shopify-l10n-fields",
]);

/** One entry of `metafieldsSet`: the change it asks for, or everything that is wrong with it. `place` is its path. */
export function checkMetafieldInput(
  input: MetafieldInput,
  place: readonly string[],
  { world, config }: SimulatedShopContext,
): { change: MetafieldChange } | { errors: UserError[] } {
  const owner = findMetafieldOwner(world, input.ownerId);
  if (owner === null)
    return { errors: [userError([...place, "ownerId"], "Owner does not exist.", "INVALID_VALUE")] };
  const namespace = expandNamespace(input.namespace, config.clientId);
  if (isClosedNamespace(namespace, config.clientId)) return { errors: [notAuthorized(place)] };
  const { key } = input;
  const definition = findMetafieldDefinition(world, {
    ownerType: ownerTypeOf(owner),
    namespace,
    key,
  });
  const existing = findMetafield(owner, namespace, key);
  const type = input.type ?? definition?.type ?? existing?.type;
  const nameErrors = [
    ...problemsWithLengths(namespace, key, place),
    ...(RESERVED_NAMESPACES.has(namespace)
      ? [userError([...place, "namespace"], `Namespace ${namespace} is a reserved namespace`)]
      : []),
  ];
  const typeErrors = problemsWithType(type, definition, place);
  if (type === undefined || nameErrors.length + typeErrors.length > 0)
    return { errors: [...nameErrors, ...typeErrors] };
  const read = readValue(world, type, input.value, definition, place);
  if ("errors" in read) return read;
  const change = { owner, namespace, key, type, value: read.value };
  const staleness = problemWithDigest(input.compareDigest, existing, change, place);
  if (staleness !== null) return { errors: [staleness] };
  return isTaken(world, definition, change)
    ? { errors: [userError([...place, "value"], "Value must be unique.", "CAPABILITY_VIOLATION")] }
    : { change };
}

function notAuthorized(place: readonly string[]): UserError {
  return userError(
    place,
    "Access to this namespace and key on Metafields for this resource type is not allowed.",
    "APP_NOT_AUTHORIZED",
  );
}

function problemsWithType(
  type: string | undefined,
  definition: MetafieldDefinition | undefined,
  place: readonly string[],
): UserError[] {
  const field = [...place, "type"];
  if (type === undefined || type === "") return [userError(field, "Type can't be blank", "BLANK")];
  if (LEGACY_TYPES.includes(type) || isOtherMeasurement(type))
    throw unansweredError("Metafield type", type);
  if (!isMetafieldType(type)) {
    const message = `Type must be one of the following: ${TYPES_IN_MESSAGE.join(", ")}.`;
    return [userError(field, message, "INVALID_TYPE")];
  }
  if (definition === undefined || definition.type === type) return [];
  const message = `Type must be consistent with the definition's type: ${definition.type}.`;
  return [userError(field, message, "INVALID_TYPE")];
}

function readValue(
  world: World,
  type: string,
  text: string,
  definition: MetafieldDefinition | undefined,
  place: readonly string[],
): { value: string } | { errors: UserError[] } {
  const outcome = readMetafieldValue(world, type, text);
  const field = [...place, "value"];
  if (outcome.kind === "problem")
    return { errors: [userError(field, outcome.message, "INVALID_VALUE", outcome.elementIndex)] };
  const problem = definition ? validateMetafieldValue(definition, outcome.value) : null;
  return problem === null
    ? { value: outcome.value }
    : { errors: [userError(field, problem, "INVALID_VALUE")] };
}

/** Writing what is there already is never stale. */
function problemWithDigest(
  digest: string | null | undefined,
  existing: Metafield | null,
  { type, value }: MetafieldChange,
  place: readonly string[],
): UserError | null {
  if (digest === undefined) return null;
  if (existing === null) {
    return digest === null
      ? null
      : userError(place, "Invalid `compareDigest` value.", "INVALID_COMPARE_DIGEST");
  }
  const isUnchanged = existing.type === type && existing.value === value && digest !== null;
  if (isUnchanged || digest === compareDigestOf(existing)) return null;
  return userError(
    place,
    "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
    "STALE_OBJECT",
  );
}

function isTaken(
  world: World,
  definition: MetafieldDefinition | undefined,
  { owner, value }: MetafieldChange,
): boolean {
  return (
    definition?.capabilities.uniqueValues === true &&
    findOtherWithValue(world, definition, value, owner) !== undefined
  );
}
