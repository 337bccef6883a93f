import { setMetafields, type MetafieldChange } from "../../../world/set-metafields.ts";
import type { RequestContext } from "../../field-resolver.ts";
import {
  checkMetafieldInput,
  type MetafieldInput,
} from "../../metafields/check-metafield-input.ts";
import { ownedMetafield } from "../../resolvers/metafield.ts";
import { userError } from "../user-error.ts";

export const MAX_METAFIELDS_PER_CALL = 25;

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
  const checked = metafields.map((input, index) =>
    checkMetafieldInput(input, ["metafields", String(index)], shop),
  );
  const userErrors = checked.flatMap((outcome) => ("errors" in outcome ? outcome.errors : []));
  if (userErrors.length > 0) return { metafields: [], userErrors };
  const changes = checked.flatMap((outcome): MetafieldChange[] =>
    "change" in outcome ? [outcome.change] : [],
  );
  const written = setMetafields(shop.world, changes);
  return {
    metafields: written.map((metafield, index) => {
      const owner = changes[index]?.owner;
      return owner ? ownedMetafield(metafield, owner) : null;
    }),
    userErrors: [],
  };
}
