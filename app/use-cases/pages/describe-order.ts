import type { HeldOrder } from "../../persistence/order-histories.ts";
import type { OrderContext } from "../../persistence/orders.ts";
import type { Shop } from "../../persistence/shops.ts";
import {
  amountOf,
  calendarDayOf,
  moneyRulesOf,
  type NotCountedReason,
} from "../../scoring/index.ts";
import { factsOf, verdictOn } from "../scoring/histories-to-frame.ts";
import type { LiveProgram } from "../scoring/live-program.ts";

/** One order on a customer's page: what it came to, whether it counts, and how it came about. */
export interface OrderLine {
  orderId: string;
  name: string;
  at: string;
  totalMinorUnits: number;
  refundedMinorUnits: number;
  /** By the program's rules of money. */
  netMinorUnits: number;
  /** Of what was not paid back, what is no money by these rules; less than nothing when refunds are ignored. */
  leftOutMinorUnits: number;
  inWindow: boolean;
  /** null = counts. */
  notCountedBecause: NotCountedReason | "after-as-of" | null;
  /** Null is what Shopify does not say. */
  context: {
    country: string | null;
    channel: string | null;
    firstSource: string | null;
    lastSource: string | null;
    usedDiscount: boolean;
    /** Another currency than the shop's. */
    paidIn: string | null;
    paidBy: readonly string[];
    shippedBy: string | null;
  };
}

export function describeOrder(
  order: HeldOrder,
  context: OrderContext | undefined,
  { timeZone, currencyCode }: Shop,
  today: number,
  program: LiveProgram,
): OrderLine {
  const rules = moneyRulesOf(program.definition);
  const verdict = verdictOn(order, rules);
  const ageDays = today - calendarDayOf(order.processedAt, timeZone);
  const total = Number(order.totalMinorUnits);
  const refunded = Number(order.refundedMinorUnits);
  const net = amountOf(factsOf(order), rules);
  const paidIn = context?.presentmentCurrency ?? currencyCode;
  return {
    orderId: String(order.orderId),
    name: order.name,
    at: order.processedAt.toISOString(),
    totalMinorUnits: total,
    refundedMinorUnits: refunded,
    netMinorUnits: net,
    leftOutMinorUnits: total - refunded - net,
    inWindow: ageDays >= 0 && ageDays < program.definition.windowDays,
    notCountedBecause:
      verdict.kind === "not-counted" ? verdict.reason : ageDays < 0 ? "after-as-of" : null,
    context: {
      country: context?.countryCode ?? null,
      channel: context?.channel ?? null,
      firstSource: context?.firstSource ?? null,
      lastSource: context?.lastSource ?? null,
      usedDiscount: context?.usedDiscount ?? false,
      paidIn: paidIn === currencyCode ? null : paidIn,
      paidBy: context?.paymentGateways ?? [],
      shippedBy: context?.shippingMethod ?? null,
    },
  };
}
