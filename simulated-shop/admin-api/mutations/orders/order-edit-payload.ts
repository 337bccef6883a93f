import { editedLinesOf, type OrderEdit } from "../../../world/order-edit.ts";
import type { CalculatedLineView } from "../../resolvers/calculated-order.ts";
import { userError, type UserError } from "../user-error.ts";

/** What a step of an edit answers: the order as it would be, the line it was about, or what is wrong. */
export function editPayload(edit: OrderEdit, lineKey: string | null = null) {
  const line = editedLinesOf(edit).find(({ key }) => key === lineKey);
  const calculatedLineItem: CalculatedLineView | null = line === undefined ? null : { edit, line };
  return {
    calculatedOrder: edit,
    calculatedLineItem,
    orderEditSession: { id: `gid://shopify/OrderEditSession/${edit.id}` },
    userErrors: [],
  };
}

export function refusedEdit(error: UserError, edit: OrderEdit | null = null) {
  return {
    calculatedOrder: edit,
    calculatedLineItem: null,
    orderEditSession: null,
    addedDiscountStagedChange: null,
    userErrors: [error],
  };
}

/** What is wrong with a quantity; null when nothing is. */
export function problemWithQuantity(quantity: number, least: 0 | 1): UserError | null {
  if (quantity < 0) return userError(["quantity"], "must be greater than or equal to 0");
  return quantity < least ? userError(["quantity"], "must be greater than 0") : null;
}
