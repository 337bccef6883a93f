import { z } from "zod";
import { idOfGid } from "./gid.ts";
import { minorUnitsOf } from "./money.ts";

/**
 * The little of an order by which it is told whether the ledger holds it as it is. Moments alone do not do: Shopify's
 * have whole seconds, and a merge of customers gives an order another owner without a new one.
 */
export interface OrderStamp {
  orderId: bigint;
  customerId: bigint | null;
  updatedAt: Date;
  cancelledAt: Date | null;
  /** Minor units of the shop's currency. */
  totalMinorUnits: bigint;
  refundedMinorUnits: bigint;
}

const timestamp = z.iso.datetime({ offset: true });

/** An order with the fields of `OrderStampFields`, as a line of a bulk result or inside an answer. */
export const orderStampNode = z.object({
  id: z.string(),
  updatedAt: timestamp,
  cancelledAt: timestamp.nullable(),
  customer: z.object({ id: z.string() }).nullable(),
  totalPriceSet: z.object({
    shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }),
  }),
  totalRefundedSet: z.object({ shopMoney: z.object({ amount: z.string() }) }),
});

export function stampOf(order: z.infer<typeof orderStampNode>): OrderStamp {
  const { amount, currencyCode } = order.totalPriceSet.shopMoney;
  return {
    orderId: idOfGid("Order", order.id),
    customerId: order.customer === null ? null : idOfGid("Customer", order.customer.id),
    updatedAt: new Date(order.updatedAt),
    cancelledAt: order.cancelledAt === null ? null : new Date(order.cancelledAt),
    totalMinorUnits: minorUnitsOf(amount, currencyCode),
    refundedMinorUnits: minorUnitsOf(order.totalRefundedSet.shopMoney.amount, currencyCode),
  };
}
