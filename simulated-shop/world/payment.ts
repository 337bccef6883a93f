import { totalRefundedMinorOf, type Order } from "./order.ts";

/** Money that came in, or was reserved. What was given back are the order's refunds. */
export type Payment = {
  readonly id: number;
  readonly kind: "SALE" | "AUTHORIZATION" | "CAPTURE" | "VOID";
  readonly status: "SUCCESS" | "PENDING" | "FAILURE" | "ERROR" | "AWAITING_RESPONSE" | "UNKNOWN";
  readonly gateway: string;
  readonly amountMinor: number;
  readonly createdAtMs: number;
  readonly test: boolean;
};

/** Transactions of refunds are numbered far above payments, which take their numbers from the line items' sequence. */
const REFUND_TRANSACTION_OFFSET = 1_000_000_000_000_000;
export const DEFAULT_GATEWAY = "bogus";

/** The id of the transaction that gave a refund's money back. */
export function refundTransactionIdOf(refundId: number): number {
  return REFUND_TRANSACTION_OFFSET + refundId;
}

/**
 * An order's payments. Most orders keep none: theirs follow from the status, one sale of everything when it was paid,
 * one authorization when it is authorized.
 */
export function paymentsOf(order: Order): readonly Payment[] {
  if (order.rare?.payments !== undefined) return order.rare.payments;
  const kind = hasBeenPaid(order)
    ? "SALE"
    : order.financialStatus === "authorized"
      ? "AUTHORIZATION"
      : null;
  if (kind === null || order.totalMinor === 0) return [];
  return [
    {
      id: order.firstLineItemId + order.lineItems.length,
      kind,
      status: "SUCCESS",
      gateway: DEFAULT_GATEWAY,
      amountMinor: order.totalMinor,
      createdAtMs: order.createdAtMs,
      test: order.test,
    },
  ];
}

/** What came in, refunds not subtracted. */
export function receivedMinorOf(order: Order): number {
  if (order.rare?.payments === undefined) return hasBeenPaid(order) ? order.totalMinor : 0;
  let sum = 0;
  for (const { kind, status, amountMinor } of order.rare.payments) {
    if (status === "SUCCESS" && (kind === "SALE" || kind === "CAPTURE")) sum += amountMinor;
  }
  return sum;
}

/** What came in and stayed. */
export function netPaymentMinorOf(order: Order): number {
  const receivedMinor = receivedMinorOf(order);
  return receivedMinor === 0 ? 0 : receivedMinor - totalRefundedMinorOf(order);
}

/** What is reserved and could be captured. */
export function capturableMinorOf(order: Order): number {
  let sum = 0;
  for (const { kind, status, amountMinor } of paymentsOf(order)) {
    if (status !== "SUCCESS") continue;
    if (kind === "AUTHORIZATION") sum += amountMinor;
    if (kind === "CAPTURE" || kind === "VOID") sum -= amountMinor;
  }
  return Math.max(0, sum);
}

function hasBeenPaid({ financialStatus }: Order): boolean {
  return (
    financialStatus === "paid" ||
    financialStatus === "partially_refunded" ||
    financialStatus === "refunded"
  );
}
