import type { SimulatedShopContext } from "../../context.ts";
import type { Order } from "../../world/order.ts";
import { isGranted } from "./access-rules.ts";

/** `read_orders` reaches this far back; older orders need `read_all_orders`. */
export const READ_ORDERS_DAYS = 60;

type Reader = Pick<SimulatedShopContext, "world" | "config">;

/** Which orders the app may see; null when it may see all. */
export function orderVisibility({ world, config }: Reader): ((order: Order) => boolean) | null {
  if (isGranted(config.scopes, "read_all_orders")) return null;
  const oldestMs = world.clock.nowMs() - READ_ORDERS_DAYS * 86_400_000;
  return ({ createdAtMs }) => createdAtMs >= oldestMs;
}

/** The orders of a list that the app may see. */
export function visibleOrders(shop: Reader, orders: readonly Order[]): readonly Order[] {
  const isVisible = orderVisibility(shop);
  return isVisible === null ? orders : orders.filter(isVisible);
}

/** An order, or null when the app may not see it. */
export function orderIfVisible(shop: Reader, order: Order | undefined): Order | null {
  if (order === undefined) return null;
  const isVisible = orderVisibility(shop);
  return isVisible === null || isVisible(order) ? order : null;
}
