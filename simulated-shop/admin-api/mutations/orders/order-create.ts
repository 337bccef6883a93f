import { addOrder } from "../../../world/add-order.ts";
import { announceOrder } from "../../../world/place-order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { unansweredFieldOf, type OrderCreateInput } from "./order-create-input.ts";
import { readNewOrder } from "./read-new-order.ts";
import { readOrderCustomer } from "./read-order-customer.ts";

/** `orderCreate`: the order is numbered now, counts from `processedAt`, and has no status when nothing is said of money. */
export function orderCreate(
  _root: unknown,
  { order: input }: { order: OrderCreateInput },
  { shop: { world } }: RequestContext,
) {
  const unanswered = unansweredFieldOf(input);
  if (unanswered !== undefined) throw unansweredError("OrderCreateOrderInput", unanswered);
  const buyer = readOrderCustomer(world, input);
  const read = readNewOrder(world, input);
  const userErrors = [...("userError" in buyer ? [buyer.userError] : []), ...read.userErrors];
  if ("userError" in buyer || userErrors.length > 0) return { order: null, userErrors };
  const order = addOrder(world, { ...read.order, ...buyer.findOrCreate() });
  announceOrder(world, order);
  return { order, userErrors: [] };
}
