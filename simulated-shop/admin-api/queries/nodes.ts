import type { SimulatedShopContext } from "../../context.ts";
import { listAbandonedCheckouts } from "../../world/abandoned-checkout.ts";
import { gidOfObject, parseGid } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { orderIfVisible } from "../access/visible-orders.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { lineItemViewsOf } from "../resolvers/line-item.ts";
import { refundViewOf } from "../resolvers/refund.ts";
import { findVariant } from "./products.ts";

type GidObject = { readonly gidType: string; readonly id: number };

/** Finds any object that has a gid; undefined when there is none. Metafields are found in their owners only. */
export function findByGid(world: World, gid: string): GidObject | undefined {
  const parsed = parseGid(gid);
  if (parsed === null) return undefined;
  switch (parsed.type) {
    case "Customer":
      return world.customers.get(parsed.id);
    case "Order":
      return world.orders.get(parsed.id);
    case "AbandonedCheckout":
      return listAbandonedCheckouts(world).find(({ id }) => id === parsed.id);
    case "Product":
      return world.products.get(parsed.id);
    case "ProductVariant":
      return findVariant(world.products, parsed.id) ?? undefined;
    case "Collection":
      return world.collections.get(parsed.id);
    case "LineItem":
      return findLineItem(world, parsed.id);
    case "Refund":
      return findRefund(world, parsed.id);
    case "Segment":
      return world.segments.get(parsed.id);
    case "MetafieldDefinition":
      return world.metafieldDefinitions.get(parsed.id);
    case "DiscountAutomaticNode":
    case "DiscountCodeNode": {
      const discount = world.discounts.get(parsed.id);
      return discount?.gidType === parsed.type ? discount : undefined;
    }
    case "BulkOperation":
      return world.bulkOperations.get(parsed.id);
    case "WebhookSubscription":
      return world.webhookSubscriptions.get(parsed.id);
    case "Shop":
      return gid === gidOfObject(world.shop) ? world.shop : undefined;
    default:
      return undefined;
  }
}

export const nodeQueries = {
  node: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) => findNode(shop, id),
  nodes: (_root: unknown, { ids }: { ids: readonly string[] }, { shop }: RequestContext) =>
    ids.map((id) => findNode(shop, id)),
} satisfies TypeResolvers;

/** What the app may see of a gid; null for nothing. */
function findNode(shop: SimulatedShopContext, id: string): GidObject | null {
  const found = findByGid(shop.world, id);
  if (found === undefined) return null;
  const order = found.gidType === "Order" ? shop.world.orders.get(found.id) : undefined;
  return order === undefined ? found : orderIfVisible(shop, order);
}

function findLineItem({ orders }: World, lineItemId: number): GidObject | undefined {
  for (const order of orders.values()) {
    if (order.lineItems.length === 0 || order.firstLineItemId > lineItemId) continue;
    const found = lineItemViewsOf(order).find(({ id }) => id === lineItemId);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findRefund({ orders }: World, refundId: number): GidObject | undefined {
  for (const order of orders.values()) {
    const refund = order.refunds.find(({ id }) => id === refundId);
    if (refund !== undefined) return refundViewOf(refund, order);
  }
  return undefined;
}
