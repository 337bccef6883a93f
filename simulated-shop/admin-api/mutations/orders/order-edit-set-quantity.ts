import { lineItemIdOf } from "../../../world/order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findEditedLine, findOrderEdit, NO_SUCH_EDIT, NO_SUCH_LINE } from "./find-order-edit.ts";
import { editPayload, problemWithQuantity, refusedEdit } from "./order-edit-payload.ts";

type SetQuantityArgs = { id: string; lineItemId: string; quantity: number };

/** `orderEditSetQuantity`: 0 takes the line off. */
export function orderEditSetQuantity(
  _root: unknown,
  { id, lineItemId, quantity }: SetQuantityArgs,
  { shop: { world } }: RequestContext,
) {
  const edit = findOrderEdit(world, id);
  if (edit === undefined) return refusedEdit(NO_SUCH_EDIT);
  const found = findEditedLine(edit, lineItemId);
  if (found === null) return refusedEdit(userError(["lineItemId"], NO_SUCH_LINE));
  const problem = problemWithQuantity(quantity, 0);
  if (problem !== null) return refusedEdit(problem, edit);
  if ("index" in found) {
    edit.quantityByIndex.set(found.index, quantity);
    return editPayload(edit, String(lineItemIdOf(edit.order, found.index)));
  }
  for (const line of edit.addedLines) if (line.uuid === found.uuid) line.quantity = quantity;
  return editPayload(edit, found.uuid);
}
