import { removeRedeemCodes } from "../../../world/discount-actions.ts";
import { parseGid } from "../../../world/gid.ts";
import { startJob } from "../../../world/job.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError, type UserError } from "../user-error.ts";
import { doesNotExist, findDiscount } from "./find-discount.ts";

type BulkDeleteArgs = {
  discountId: string;
  ids?: readonly string[] | null;
  search?: string | null;
  savedSearchId?: string | null;
};

/** `discountCodeRedeemCodeBulkDelete`, by ids or by the text of the codes. */
export function discountCodeRedeemCodeBulkDelete(
  _root: unknown,
  { discountId, ...selector }: BulkDeleteArgs,
  { shop: { world } }: RequestContext,
) {
  const problem = problemWith(selector);
  if (problem !== null) return { job: null, userErrors: [problem] };
  const discount = findDiscount(world, discountId, false);
  if (discount === undefined) return { job: null, userErrors: [doesNotExist(false, "discountId")] };
  const { ids, search } = selector;
  const wanted = new Set((ids ?? []).map((id) => parseGid(id)?.id));
  const text = search?.trim().toLowerCase();
  const chosen = discount.codes.filter(({ id, code }) =>
    text === undefined ? wanted.has(id) : code.toLowerCase().includes(text),
  );
  removeRedeemCodes(world, discount, new Set(chosen.map(({ id }) => id)));
  const job = startJob(world);
  job.isDone = true;
  return { job, userErrors: [] };
}

function problemWith({
  ids,
  search,
  savedSearchId,
}: Omit<BulkDeleteArgs, "discountId">): UserError | null {
  const given = [ids, search, savedSearchId].filter((argument) => argument != null);
  if (given.length === 0)
    return userError(
      null,
      "Missing expected argument key: 'ids', 'search' or 'saved_search_id'.",
      "MISSING_ARGUMENT",
    );
  if (given.length > 1)
    return userError(
      null,
      "Only one of 'ids', 'search' or 'saved_search_id' is allowed.",
      "TOO_MANY_ARGUMENTS",
    );
  if (search != null && search.trim() === "")
    return userError(["search"], "'Search' can't be blank.", "BLANK");
  if (savedSearchId != null)
    return userError(["savedSearchId"], "Invalid 'saved_search_id'.", "INVALID");
  return ids?.length === 0 ? userError(null, "Something went wrong, please try again.") : null;
}
