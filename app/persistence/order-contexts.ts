import type { Database } from "./database.ts";
import type { OrderContext } from "./orders.ts";

/** How some of a customer's orders came about, by order. */
export async function readOrderContexts(
  db: Database,
  shop: string,
  customerId: bigint,
  orderIds: readonly bigint[],
): Promise<Map<bigint, OrderContext>> {
  const rows = await db.order.findMany({
    where: { shop, orderId: { in: [...orderIds] }, customerId },
    select: {
      orderId: true,
      countryCode: true,
      channel: true,
      firstSource: true,
      lastSource: true,
      usedDiscount: true,
      discountMinorUnits: true,
      presentmentCurrency: true,
      paymentGateways: true,
      shippingMethod: true,
    },
  });
  return new Map(
    rows.map(({ orderId, paymentGateways, ...context }) => [
      orderId,
      { ...context, paymentGateways: paymentGateways?.split(",").filter(Boolean) ?? [] },
    ]),
  );
}
