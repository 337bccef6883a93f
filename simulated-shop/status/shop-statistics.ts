import type { ApiTraffic } from "../admin-api/api-traffic.ts";
import type { World } from "../world/world.ts";

/** What the shop holds and what the Admin API was asked, as `GET /stats` prints it. */
export type ShopStatistics = {
  readonly customers: number;
  readonly orders: number;
  readonly products: number;
  /** Assignments to customers, by tag. */
  readonly tags: Readonly<Record<string, number>>;
  /** Metafields on customers, orders and the shop. */
  readonly metafields: number;
  readonly segments: number;
  readonly discounts: number;
  readonly bulkOperations: number;
  readonly apiCalls: number;
  readonly apiPoints: number;
};

export function collectStatistics(world: World, traffic: ApiTraffic): ShopStatistics {
  const assignmentsByTag = new Map<string, number>();
  let metafields = world.shop.metafields.length;
  for (const customer of world.customers.values()) {
    metafields += customer.metafields.length;
    for (const tag of customer.tags)
      assignmentsByTag.set(tag, (assignmentsByTag.get(tag) ?? 0) + 1);
  }
  for (const order of world.orders.values()) metafields += order.metafields.length;
  return {
    customers: world.customers.size,
    orders: world.orders.size,
    products: world.products.size,
    tags: Object.fromEntries(assignmentsByTag),
    metafields,
    segments: world.segments.size,
    discounts: world.discounts.size,
    bulkOperations: world.bulkOperations.size,
    apiCalls: traffic.requestCount,
    apiPoints: traffic.points,
  };
}
