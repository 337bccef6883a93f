import { openOrder } from "../../../world/close-order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { findOrder, orderDoesNotExist } from "./find-order.ts";

/** `orderOpen`: opening an open order changes nothing. */
export function orderOpen(
  _root: unknown,
  { input }: { input: { id: string } },
  { shop: { world } }: RequestContext,
) {
  const order = findOrder(world, input.id);
  if (order === undefined) return { order: null, userErrors: [orderDoesNotExist("id")] };
  openOrder(world, order);
  return { order, userErrors: [] };
}
