import { beginOrderEdit } from "../../../world/edit-order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findOrder } from "./find-order.ts";
import { editPayload, refusedEdit } from "./order-edit-payload.ts";

/** `orderEditBegin`: nothing of the order changes before the commit. */
export function orderEditBegin(
  _root: unknown,
  { id }: { id: string },
  { shop: { world } }: RequestContext,
) {
  const order = findOrder(world, id);
  if (order === undefined) return refusedEdit(userError(["id"], "The order does not exist."));
  if (order.cancelledAtMs !== null)
    return refusedEdit(userError(null, "The order cannot be edited."));
  return editPayload(beginOrderEdit(world, order));
}
