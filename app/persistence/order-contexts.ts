import type { Database } from "./database.ts";
import type { OrderContext } from "./orders.ts";

/** How a customer's orders came about, by order. */
export async function readOrderContexts(
  db: Database,
  shop: string,
  customerId: bigint,
): Promise<Map<bigint, OrderContext>> {
  const rows = await db.order.findMany({
    where: { shop, customerId },
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
