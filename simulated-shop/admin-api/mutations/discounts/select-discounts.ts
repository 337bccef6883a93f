import { isAutomatic, type Discount } from "../../../world/discount.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { discountFiltersFor } from "../../search/discount-filters.ts";
import { compileSearch } from "../../search/compile-search.ts";
import { userError, type UserError } from "../user-error.ts";
import { findDiscount } from "./find-discount.ts";

export type BulkSelector = {
  readonly ids?: readonly string[] | null;
  readonly search?: string | null;
  readonly savedSearchId?: string | null;
};

type Selection = { readonly discounts: readonly Discount[] } | { readonly error: UserError };

/** What a bulk mutation is about: ids, or a search; unknown ids are passed over. Saved searches are not simulated. */
export function selectDiscounts(
  { ids, search, savedSearchId }: BulkSelector,
  automatic: boolean,
  context: RequestContext,
): Selection {
  const given = [ids, search, savedSearchId].filter((argument) => argument != null);
  if (given.length === 0) return { error: MISSING[automatic ? "automatic" : "code"] };
  if (given.length > 1) return { error: TOO_MANY[automatic ? "automatic" : "code"] };
  if (savedSearchId != null)
    return {
      error: userError(
        ["savedSearchId"],
        automatic ? "Invalid savedSearchId." : "Invalid 'saved_search_id'.",
        "INVALID",
      ),
    };
  const { world } = context.shop;
  if (ids != null)
    return { discounts: ids.flatMap((id) => findDiscount(world, id, automatic) ?? []) };
  return selectBySearch(search ?? "", automatic, context);
}

/** Fields `codeDiscountNodes` takes and a bulk search refuses. */
const REFUSED_FIELDS: ReadonlySet<string> = new Set(["code", "discount_class", "method"]);

function selectBySearch(search: string, automatic: boolean, context: RequestContext): Selection {
  if (search.trim() === "")
    return { error: userError(["search"], "'Search' can't be blank.", "BLANK") };
  const filters = discountFiltersFor(context);
  const refused = [...search.matchAll(/(\w+):/g)]
    .map(([, field]) => field ?? "")
    .filter((field) => REFUSED_FIELDS.has(field) || !(field in filters.byField));
  if (refused.length > 0)
    return {
      error: userError(
        ["search"],
        `Invalid search field(s): ${refused.join(", ")}. Check the query syntax.`,
        "INVALID",
      ),
    };
  const test = compileSearch(search, filters, "codeDiscountNodes", context);
  return {
    discounts: [...context.shop.world.discounts.values()].filter(
      (discount) => isAutomatic(discount) === automatic && test(discount),
    ),
  };
}

const MISSING = {
  code: userError(
    null,
    "Missing expected argument key: 'ids', 'search' or 'saved_search_id'.",
    "MISSING_ARGUMENT",
  ),
  automatic: userError(
    null,
    "One of IDs, search argument or saved search ID is required.",
    "MISSING_ARGUMENT",
  ),
};

const TOO_MANY = {
  code: userError(
    null,
    "Only one of 'ids', 'search' or 'saved_search_id' is allowed.",
    "TOO_MANY_ARGUMENTS",
  ),
  automatic: userError(
    null,
    "Only one of IDs, search argument or saved search ID is allowed.",
    "TOO_MANY_ARGUMENTS",
  ),
};
