import { renameCode, updateDiscount } from "../../../world/discount-actions.ts";
import type { World } from "../../../world/world.ts";
import { userError } from "../user-error.ts";
import { checkCode } from "./discount-code-rules.ts";
import type { DiscountInput } from "./discount-input.ts";
import { discountPayload, type DiscountKind } from "./discount-kind.ts";
import { findDiscount } from "./find-discount.ts";
import { ProblemList } from "./problem-list.ts";
import { readDiscountInput } from "./read-discount-input.ts";

/** Changes a discount: what the input leaves out stays as it is. Another kind's mutation turns it into that kind. */
export function updateDiscountAs(
  kind: DiscountKind,
  world: World,
  id: string,
  input: DiscountInput,
) {
  const discount = findDiscount(world, id, kind.isAutomatic);
  if (discount === undefined)
    return discountPayload(kind.isAutomatic, null, [userError(["id"], "Discount does not exist")]);
  const [firstCode] = discount.codes;
  const isNewCode = input.code !== undefined && input.code !== firstCode?.code;
  if (isNewCode && discount.codes.length > 1)
    return discountPayload(kind.isAutomatic, null, [
      userError(["id"], "Cannot update the code of a bulk discount."),
    ]);
  const problems = new ProblemList(kind.root);
  if (isNewCode) checkCode(world, input.code, discount, problems);
  const facts = readDiscountInput(world, input, kind, discount, problems);
  if (!problems.isEmpty) return discountPayload(kind.isAutomatic, null, problems.userErrors);
  if (isNewCode && input.code != null) renameCode(world, discount, input.code);
  updateDiscount(world, discount, facts);
  return discountPayload(kind.isAutomatic, discount);
}
