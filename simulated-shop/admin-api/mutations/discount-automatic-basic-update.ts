import { updateDiscount } from "../../world/discount-actions.ts";
import type { RequestContext } from "../field-resolver.ts";
import { findDiscount, problemsWithPeriod } from "./automatic-discount-rules.ts";
import { readDiscountInput, type AutomaticBasicInput } from "./discount-input.ts";
import { userError } from "./user-error.ts";

/** `discountAutomaticBasicUpdate`: what the input leaves out stays as it is. */
export function discountAutomaticBasicUpdate(
  _root: unknown,
  {
    id,
    automaticBasicDiscount: input,
  }: { id: string; automaticBasicDiscount: AutomaticBasicInput },
  { shop: { world } }: RequestContext,
) {
  const discount = findDiscount(world, id);
  if (discount === undefined)
    return {
      automaticDiscountNode: null,
      userErrors: [userError(["id"], "Discount does not exist")],
    };
  const { facts, errors } = readDiscountInput(world, input, discount.context);
  const userErrors = [...errors, ...problemsWithPeriod({ ...discount, ...facts })];
  if (userErrors.length > 0) return { automaticDiscountNode: null, userErrors };
  updateDiscount(world, discount, facts);
  return { automaticDiscountNode: discount, userErrors: [] };
}
