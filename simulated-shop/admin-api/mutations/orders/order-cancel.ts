import { cancelOrder } from "../../../world/cancel-order.ts";
import { startJob } from "../../../world/job.ts";
import type { CancelReason } from "../../../world/order.ts";
import type { RequestContext } from "../../field-resolver.ts";
import { unansweredError } from "../../schema/unanswered.ts";
import { userError, type UserError } from "../user-error.ts";
import { findOrder, orderDoesNotExist } from "./find-order.ts";

const MAX_STAFF_NOTE_CHARACTERS = 255;

type OrderCancelArgs = {
  orderId: string;
  reason: Uppercase<CancelReason>;
  restock: boolean;
  refund?: boolean | null;
  refundMethod?: {
    originalPaymentMethodsRefund?: boolean | null;
    storeCreditRefund?: unknown;
  } | null;
  staffNote?: string | null;
};

/** `orderCancel`: done at once, answered as a job. Its errors are given twice, under the new name and the old one. */
export function orderCancel(
  _root: unknown,
  { orderId, reason, restock, refund, refundMethod, staffNote }: OrderCancelArgs,
  { shop: { world } }: RequestContext,
) {
  if (refundMethod?.storeCreditRefund != null)
    throw unansweredError("OrderCancelRefundMethodInput", "storeCreditRefund");
  const order = findOrder(world, orderId);
  if (order === undefined) return refuse(orderDoesNotExist("orderId", "NOT_FOUND"));
  if (refund != null && refundMethod != null)
    return refuse(
      userError(
        ["refund"],
        "Only one of the arguments `refund` or `refund_method` is allowed.",
        "INVALID",
      ),
    );
  if ((staffNote ?? "").length > MAX_STAFF_NOTE_CHARACTERS)
    return refuse(
      userError(
        ["staffNote"],
        `Staff note is too long. Maximum length is ${MAX_STAFF_NOTE_CHARACTERS} characters.`,
        "INVALID",
      ),
    );
  if (order.cancelledAtMs !== null)
    return refuse(
      userError(["orderId"], "Cannot cancel an order that has already been canceled", "INVALID"),
    );
  cancelOrder(world, order, {
    reason: lowerCase(reason),
    restock,
    refund: refund === true || refundMethod?.originalPaymentMethodsRefund === true,
    staffNote: staffNote ?? null,
  });
  return { job: startJob(world), orderCancelUserErrors: [], userErrors: [] };
}

function refuse(error: UserError) {
  return { job: null, orderCancelUserErrors: [error], userErrors: [error] };
}

const REASONS: Readonly<Record<Uppercase<CancelReason>, CancelReason>> = {
  CUSTOMER: "customer",
  DECLINED: "declined",
  FRAUD: "fraud",
  INVENTORY: "inventory",
  OTHER: "other",
  STAFF: "staff",
};

function lowerCase(reason: Uppercase<CancelReason>): CancelReason {
  return REASONS[reason];
}
