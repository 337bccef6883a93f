import { lineItemIdOf } from "../../../world/order.ts";
import type { StagedDiscount } from "../../../world/order-edit.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { moneyV2 } from "../../resolvers/money-bag.ts";
import { toMinor } from "../discounts/read-discount-value.ts";
import { userError } from "../user-error.ts";
import { findEditedLine, findOrderEdit, NO_SUCH_EDIT, NO_SUCH_LINE } from "./find-order-edit.ts";
import { editPayload, refusedEdit } from "./order-edit-payload.ts";

type AddDiscountArgs = {
  id: string;
  lineItemId: string;
  discount: {
    description?: string | null;
    percentValue?: number | null;
    fixedValue?: { amount: string } | null;
  };
};

/** `orderEditAddLineItemDiscount`: a percentage, or an amount off each piece; a second one replaces the first. */
export function orderEditAddLineItemDiscount(
  _root: unknown,
  { id, lineItemId, discount }: AddDiscountArgs,
  { shop: { world } }: RequestContext,
) {
  const edit = findOrderEdit(world, id);
  if (edit === undefined) return refusedEdit(NO_SUCH_EDIT);
  const found = findEditedLine(edit, lineItemId);
  if (found === null) return refusedEdit(userError(["id"], NO_SUCH_LINE));
  const { description, percentValue, fixedValue } = discount;
  if ((percentValue == null) === (fixedValue == null))
    return refusedEdit(
      userError(["discount"], "One of percentValue or fixedValue must be given."),
      edit,
    );
  const value: StagedDiscount["value"] =
    fixedValue == null
      ? { kind: "percentage", fraction: (percentValue ?? 0) / 100 }
      : { kind: "amount", amountMinor: toMinor(world, fixedValue.amount) };
  const staged: StagedDiscount = {
    id: world.ids.take("OrderEdit"),
    description: description ?? null,
    value,
  };
  const key = "index" in found ? String(lineItemIdOf(edit.order, found.index)) : found.uuid;
  edit.discountByLine.set(key, staged);
  return {
    ...editPayload(edit, key),
    addedDiscountStagedChange: {
      __typename: "OrderStagedChangeAddLineItemDiscount",
      id: `gid://shopify/OrderStagedChangeAddLineItemDiscount/${staged.id}`,
      description: description ?? "",
      value:
        value.kind === "percentage"
          ? { __typename: "PricingPercentageValue", percentage: percentValue }
          : { __typename: "MoneyV2", ...moneyV2(world, value.amountMinor) },
    },
  };
}
