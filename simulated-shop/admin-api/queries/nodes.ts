import { gidOfObject, parseGid } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";

type GidObject = { readonly gidType: string; readonly id: number };

/** Finds any object that has a gid; undefined when there is none. Line items, refunds and metafields are found in their owners. */
export function findByGid(world: World, gid: string): GidObject | undefined {
  const parsed = parseGid(gid);
  if (parsed === null) return undefined;
  switch (parsed.type) {
    case "Customer":
      return world.customers.get(parsed.id);
    case "Order":
      return world.orders.get(parsed.id);
    case "Product":
      return world.products.get(parsed.id);
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
  node: (_root: unknown, { id }: { id: string }, { shop }: RequestContext) =>
    findByGid(shop.world, id) ?? null,
  nodes: (_root: unknown, { ids }: { ids: readonly string[] }, { shop }: RequestContext) =>
    ids.map((id) => findByGid(shop.world, id) ?? null),
} satisfies TypeResolvers;
