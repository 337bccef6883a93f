import { GraphQLError } from "graphql";
import type { RedeemCode } from "../../../world/discount.ts";
import { addRedeemCodes } from "../../../world/discount-actions.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { problemWithCode } from "./discount-code-rules.ts";
import { doesNotExist, findDiscount } from "./find-discount.ts";
import { noteBulkCreation } from "./redeem-code-bulk-creation.ts";

const MAX_CODES = 250;

type BulkAddArgs = { discountId: string; codes: readonly { code: string }[] };

/** `discountRedeemCodeBulkAdd`: what is wrong with single codes is told by the creation, not by userErrors. */
export function discountRedeemCodeBulkAdd(
  _root: unknown,
  { discountId, codes }: BulkAddArgs,
  { shop: { world } }: RequestContext,
) {
  if (codes.length > MAX_CODES)
    throw new GraphQLError(
      `The input array size of ${codes.length} is greater than the maximum allowed of ${MAX_CODES}.`,
      { extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" } },
    );
  const discount = findDiscount(world, discountId, false);
  if (discount === undefined)
    return { bulkCreation: null, userErrors: [doesNotExist(false, "discountId")] };
  if (codes.length === 0)
    return {
      bulkCreation: null,
      userErrors: [userError(["codes"], "Codes can't be blank", "BLANK")],
    };
  const seen = new Set<string>();
  const outcomes = codes.map(({ code }) => {
    const problem =
      problemWithCode(world, code, null) ??
      (seen.has(code.toLowerCase())
        ? { message: "Codes must be unique within BulkDiscountCodeCreation", code: "TAKEN" }
        : null);
    seen.add(code.toLowerCase());
    return { code, problem };
  });
  addRedeemCodes(
    world,
    discount,
    outcomes.flatMap(({ code, problem }) => (problem === null ? [code] : [])),
  );
  const redeemCodeOf = (code: string): RedeemCode | null =>
    discount.codes.find((known) => known.code === code) ?? null;
  const creation = noteBulkCreation(
    world,
    discount,
    outcomes.map(({ code, problem }) => ({
      code,
      errors: problem === null ? [] : [userError(["code"], problem.message, problem.code)],
      discountRedeemCode: problem === null ? redeemCodeOf(code) : null,
    })),
  );
  return { bulkCreation: creation, userErrors: [] };
}
