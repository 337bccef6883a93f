import { netPaymentMinorOf } from "../../../world/payment.ts";
import { refundOrder } from "../../../world/refund-order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { refundViewOf } from "../../resolvers/refund.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { userError } from "../user-error.ts";
import { findOrder, orderDoesNotExist } from "./find-order.ts";
import { moneyText } from "../../resolvers/discount-summary.ts";
import { readRefund, type RefundInput } from "./read-refund.ts";

const UNANSWERED_FIELDS = ["refundDuties", "refundMethods"] as const;

/**
 * `refundCreate`: the money is what `transactions` say, however much the goods cost; without transactions goods come
 * back and no money goes. More than was received is refused, also with `allowOverRefunding`: seen so.
 */
export function refundCreate(
  _root: unknown,
  { input }: { input: RefundInput },
  { shop: { world } }: RequestContext,
) {
  const unanswered = UNANSWERED_FIELDS.find((field) => (input[field] ?? []).length > 0);
  if (unanswered !== undefined) throw unansweredError("RefundInput", unanswered);
  const order = findOrder(world, input.orderId);
  if (order === undefined)
    return { refund: null, order: null, userErrors: [orderDoesNotExist("orderId")] };
  const { userErrors, request } = readRefund(world, order, input);
  if (userErrors.length > 0) return { refund: null, order, userErrors };
  const receivedMinor = netPaymentMinorOf(order);
  const { amountMinor } = request;
  if (amountMinor > receivedMinor) {
    const amounts = [amountMinor, receivedMinor].map((minor) => moneyText(world, minor));
    const message = `Refund amount ${amounts[0]} is greater than net payment received ${amounts[1]}`;
    return { refund: null, order, userErrors: [userError(null, message)] };
  }
  if (amountMinor === 0 && request.lines.length === 0)
    return {
      refund: null,
      order,
      userErrors: [userError(null, "Refund must have at least one line item or transaction")],
    };
  const refund = refundOrder(world, order, request);
  return { refund: refundViewOf(refund, order), order, userErrors: [] };
}
