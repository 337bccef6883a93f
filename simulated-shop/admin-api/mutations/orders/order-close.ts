import { closeOrder } from "../../../world/close-order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { findOrder, orderDoesNotExist } from "./find-order.ts";

/** `orderClose`: archives; closing a closed order changes nothing. */
export function orderClose(
  _root: unknown,
  { input }: { input: { id: string } },
  { shop: { world } }: RequestContext,
) {
  const order = findOrder(world, input.id);
  if (order === undefined) return { order: null, userErrors: [orderDoesNotExist("id")] };
  closeOrder(world, order);
  return { order, userErrors: [] };
}
