import { z } from "zod";
import { idOfGid } from "./gid.ts";
import { minorUnitsOf } from "./money.ts";

/** One order as Shopify holds it now, amounts in minor units of the shop's currency. */
export interface OrderSnapshot {
  orderId: bigint;
  /** Null for a guest's order. */
  customerId: bigint | null;
  name: string;
  processedAt: Date;
  /** Shopify's own stamp, by which an older answer is told from a newer one. */
  updatedAt: Date;
  cancelledAt: Date | null;
  test: boolean;
  currencyCode: string;
  totalMinorUnits: bigint;
  refundedMinorUnits: bigint;
}

const timestamp = z.iso.datetime({ offset: true });

/** An order with the fields of `OrderFields`, as a line of a bulk result or inside an answer. */
export const orderNode = z.object({
  id: z.string(),
  name: z.string(),
  processedAt: timestamp,
  updatedAt: timestamp,
  cancelledAt: timestamp.nullable(),
  test: z.boolean(),
  customer: z.object({ id: z.string() }).nullable(),
  totalPriceSet: z.object({
    shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }),
  }),
  totalRefundedSet: z.object({ shopMoney: z.object({ amount: z.string() }) }),
});

export type OrderNode = z.infer<typeof orderNode>;

export function snapshotOf(order: OrderNode): OrderSnapshot {
  const { amount, currencyCode } = order.totalPriceSet.shopMoney;
  return {
    orderId: idOfGid("Order", order.id),
    customerId: order.customer === null ? null : idOfGid("Customer", order.customer.id),
    name: order.name,
    processedAt: new Date(order.processedAt),
    updatedAt: new Date(order.updatedAt),
    cancelledAt: order.cancelledAt === null ? null : new Date(order.cancelledAt),
    test: order.test,
    currencyCode,
    totalMinorUnits: minorUnitsOf(amount, currencyCode),
    refundedMinorUnits: minorUnitsOf(order.totalRefundedSet.shopMoney.amount, currencyCode),
  };
}
