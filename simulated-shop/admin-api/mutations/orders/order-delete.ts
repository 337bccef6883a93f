import { deleteOrder } from "../../../world/delete-order.ts";
import type { Order } from "../../../world/order.ts";
import { receivedMinorOf } from "../../../world/payment.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { userError } from "../user-error.ts";
import { findOrder, orderDoesNotExist } from "./find-order.ts";

/** `orderDelete`: of orders that nobody paid, that were cancelled, or that were tests. */
export function orderDelete(
  _root: unknown,
  { orderId }: { orderId: string },
  { shop: { world } }: RequestContext,
) {
  const order = findOrder(world, orderId);
  if (order === undefined)
    return { deletedId: null, userErrors: [orderDoesNotExist("orderId", "NOT_FOUND")] };
  if (!canBeDeleted(order))
    return {
      deletedId: null,
      userErrors: [userError(["orderId"], "order_cannot_be_deleted", "INVALID")],
    };
  deleteOrder(world, order);
  return { deletedId: orderId, userErrors: [] };
}

function canBeDeleted(order: Order): boolean {
  return order.test || order.cancelledAtMs !== null || receivedMinorOf(order) === 0;
}
