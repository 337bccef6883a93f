import type { Order, Refund } from "../../world/order.ts";
import {
  paymentsOf,
  refundTransactionIdOf,
  DEFAULT_GATEWAY,
  type Payment,
} from "../../world/payment.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { moneyBag } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { dateTimeText } from "./scalar-text.ts";

/** A payment, or a refund's money, as the API shows both. */
export type TransactionView = {
  readonly gidType: "OrderTransaction";
  readonly id: number;
  readonly order: Order;
  readonly kind: Payment["kind"] | "REFUND";
  readonly status: Payment["status"];
  readonly gateway: string;
  readonly amountMinor: number;
  readonly createdAtMs: number;
  readonly test: boolean;
};

/** An order's payments, then what was given back. */
export function transactionsOf(order: Order): TransactionView[] {
  const payments = paymentsOf(order).map((payment): TransactionView => ({
    ...payment,
    gidType: "OrderTransaction",
    order,
  }));
  return [...payments, ...order.refunds.flatMap((refund) => refundTransactionsOf(refund, order))];
}

/** The money of one refund; none when only goods came back. */
export function refundTransactionsOf(refund: Refund, order: Order): TransactionView[] {
  if (refund.amountMinor === 0) return [];
  return [
    {
      gidType: "OrderTransaction",
      id: refundTransactionIdOf(refund.id),
      order,
      kind: "REFUND",
      status: "SUCCESS",
      gateway: paymentsOf(order)[0]?.gateway ?? DEFAULT_GATEWAY,
      amountMinor: refund.amountMinor,
      createdAtMs: refund.createdAtMs,
      test: order.test,
    },
  ];
}

export const orderTransactionResolvers = {
  id: nodeFields.id,
  kind: ({ kind }: TransactionView) => kind,
  status: ({ status }: TransactionView) => status,
  gateway: ({ gateway }: TransactionView) => gateway,
  formattedGateway: ({ gateway }: TransactionView) => gateway,
  manualPaymentGateway: ({ gateway }: TransactionView) => gateway === "manual",
  test: ({ test }: TransactionView) => test,
  createdAt: ({ createdAtMs }: TransactionView) => dateTimeText(createdAtMs),
  processedAt: ({ createdAtMs }: TransactionView) => dateTimeText(createdAtMs),
  order: ({ order }: TransactionView) => order,
  amountSet: ({ order, amountMinor }: TransactionView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, order, amountMinor),
  parentTransaction: ({ kind, order }: TransactionView) =>
    kind === "REFUND"
      ? (transactionsOf(order).find((other) => other.kind === "SALE") ?? null)
      : null,
} satisfies TypeResolvers;
