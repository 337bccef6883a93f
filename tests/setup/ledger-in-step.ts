import type { App } from "../../app/use-cases/app.ts";
import { totalRefundedMinorOf } from "../../simulated-shop/world/order.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";

export interface PlainOrder {
  id: string;
  customer: string | null;
  total: number;
  refunded: number;
  isCancelled: boolean;
}

/** The orders as the shop has them. */
export function ordersOf({ world }: SimulatedShop): PlainOrder[] {
  return [...world.orders.values()]
    .map((order) => ({
      id: String(order.id),
      customer: order.customer === null ? null : String(order.customer.id),
      total: order.totalMinor,
      refunded: totalRefundedMinorOf(order),
      isCancelled: order.cancelledAtMs !== null,
    }))
    .sort(byId);
}

/** The orders as the ledger has them. */
export async function ledgerOf({ db }: App, shop: string): Promise<PlainOrder[]> {
  const rows = await db.order.findMany({ where: { shop } });
  return rows
    .map((row) => ({
      id: String(row.orderId),
      customer: row.customerId === null ? null : String(row.customerId),
      total: Number(row.totalMinorUnits),
      refunded: Number(row.refundedMinorUnits),
      isCancelled: row.cancelledAt !== null,
    }))
    .sort(byId);
}

function byId(one: PlainOrder, other: PlainOrder): number {
  return Number(one.id) - Number(other.id);
}
