import { compareDigestOf, findMetafield, type MetafieldOwner } from "../../world/metafield.ts";
import { setMetafields, type MetafieldChange } from "../../world/set-metafields.ts";
import { appIdOf, expandNamespace } from "../app-namespace.ts";
import type { RequestContext } from "../field-resolver.ts";
import { ownedMetafield } from "../resolvers/metafield.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { findMetafieldOwner } from "./metafield-owner.ts";
import { isKnownMetafieldType, problemWithValue } from "./metafield-value-rules.ts";
import { userError, type UserError } from "./user-error.ts";

export const MAX_METAFIELDS_PER_CALL = 25;
const RESERVED_NAMESPACES: ReadonlySet<string> = new Set([
  "shopify_standard",
  "protected",
  "shopify-l10n-fields",
]);

type MetafieldInput = {
  ownerId: string;
  namespace?: string | null;
  key: string;
  type?: string | null;
  value: string;
  compareDigest?: string | null;
};

/** `metafieldsSet`: all or nothing, 25 at most, compare-and-set where a digest is given (`null`: must not exist yet). */
export function metafieldsSet(
  _root: unknown,
  { metafields }: { metafields: readonly MetafieldInput[] },
  { shop }: RequestContext,
) {
  if (metafields.length > MAX_METAFIELDS_PER_CALL) {
    const message = `Exceeded the maximum metafields input limit of ${MAX_METAFIELDS_PER_CALL}.`;
    return {
      metafields: null,
      userErrors: [userError(["metafields"], message, "LESS_THAN_OR_EQUAL_TO")],
    };
  }
  const checked = metafields.map((input, index) => checkInput(input, index));
  const userErrors = checked.flatMap((outcome) => ("errors" in outcome ? outcome.errors : []));
  if (userErrors.length > 0) return { metafields: [], userErrors };
  const changes = checked.flatMap((outcome) => ("change" in outcome ? [outcome.change] : []));
  const written = setMetafields(shop.world, changes);
  return {
    metafields: written.map((metafield, index) => {
      const owner = changes[index]?.owner;
      return owner ? ownedMetafield(metafield, owner) : null;
    }),
    userErrors: [],
  };

  function checkInput(
    input: MetafieldInput,
    index: number,
  ): { change: MetafieldChange } | { errors: UserError[] } {
    const place = ["metafields", String(index)];
    const owner = findMetafieldOwner(shop.world, input.ownerId);
    if (owner === null)
      return {
        errors: [userError([...place, "ownerId"], "Owner does not exist.", "INVALID_VALUE")],
      };
    const namespace = expandNamespace(input.namespace, shop.config.clientId);
    const existing = findMetafield(owner, namespace, input.key);
    const type = input.type ?? existing?.type;
    const errors = [
      ...problemsWithName(namespace, input.key, place, shop.config.clientId),
      ...problemsWithTypeAndValue(type, input.value, place),
      ...(isStale(owner, namespace, input)
        ? [
            userError(
              place,
              "The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.",
              "STALE_OBJECT",
            ),
          ]
        : []),
    ];
    return errors.length > 0 || type === undefined
      ? { errors }
      : { change: { owner, namespace, key: input.key, type, value: input.value } };
  }
}

function problemsWithName(
  namespace: string,
  key: string,
  place: readonly string[],
  clientId: string,
): UserError[] {
  const errors: UserError[] = [];
  if (namespace.length < 3)
    errors.push(
      userError(
        [...place, "namespace"],
        "Namespace is too short (minimum is 3 characters)",
        "TOO_SHORT",
      ),
    );
  if (namespace.length > 255)
    errors.push(
      userError(
        [...place, "namespace"],
        "Namespace is too long (maximum is 255 characters)",
        "TOO_LONG",
      ),
    );
  if (key.length < 2)
    errors.push(
      userError([...place, "key"], "Key is too short (minimum is 2 characters)", "TOO_SHORT"),
    );
  if (key.length > 64)
    errors.push(
      userError([...place, "key"], "Key is too long (maximum is 64 characters)", "TOO_LONG"),
    );
  if (RESERVED_NAMESPACES.has(namespace))
    errors.push(
      userError([...place, "namespace"], `Namespace ${namespace} is a reserved namespace`),
    );
  const appId = /^app--(\d+)/.exec(namespace)?.[1];
  if (appId !== undefined && Number(appId) !== appIdOf(clientId)) {
    errors.push(
      userError(
        place,
        "Access to this namespace and key on Metafields for this resource type is not allowed.",
        "APP_NOT_AUTHORIZED",
      ),
    );
  }
  return errors;
}

function problemsWithTypeAndValue(
  type: string | undefined,
  value: string,
  place: readonly string[],
): UserError[] {
  if (type === undefined) return [userError([...place, "type"], "Type can't be blank", "BLANK")];
  if (!isKnownMetafieldType(type)) throw unansweredError("Metafield type", type);
  const problem = problemWithValue(type, value);
  return problem === null ? [] : [userError([...place, "value"], problem, "INVALID_VALUE")];
}

function isStale(
  owner: MetafieldOwner,
  namespace: string,
  { key, compareDigest }: MetafieldInput,
): boolean {
  if (compareDigest === undefined) return false;
  const existing = findMetafield(owner, namespace, key);
  return compareDigest !== (existing === null ? null : compareDigestOf(existing));
}
