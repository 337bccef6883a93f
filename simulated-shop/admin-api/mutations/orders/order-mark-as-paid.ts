import { canBeMarkedAsPaid, markOrderAsPaid } from "../../../world/mark-order-as-paid.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findOrder, orderDoesNotExist } from "./find-order.ts";

/** `orderMarkAsPaid`: what is outstanding becomes a manual sale. */
export function orderMarkAsPaid(
  _root: unknown,
  { input }: { input: { id: string } },
  { shop: { world } }: RequestContext,
) {
  const order = findOrder(world, input.id);
  if (order === undefined) return { order: null, userErrors: [orderDoesNotExist("id")] };
  if (!canBeMarkedAsPaid(order))
    return { order, userErrors: [userError(["id"], "Order cannot be marked as paid.")] };
  markOrderAsPaid(world, order);
  return { order, userErrors: [] };
}
