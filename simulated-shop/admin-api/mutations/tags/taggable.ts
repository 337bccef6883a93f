import { GraphQLError } from "graphql";
import { changeCustomerTags } from "../../../world/change-customer-tags.ts";
import { parseGid } from "../../../world/gid.ts";
import { sameTag, sortTags } from "../../../world/tags.ts";
import { updateOrder } from "../../../world/update-order.ts";
import type { World } from "../../../world/world.ts";
import { userError, type UserError } from "../user-error.ts";

/** Something with tags, and how to bring them to a list that is normalised and within the limit. */
export type Taggable = {
  readonly node: object;
  readonly tags: readonly string[];
  /** Does removing a tag ignore its case? Customers' and products' do, orders' do not. */
  readonly removesInAnyCase: boolean;
  readonly setTags: (tags: readonly string[]) => void;
};

export type FoundTaggable =
  | { readonly kind: "found"; readonly taggable: Taggable }
  | { readonly kind: "missing"; readonly error: UserError };

/** Types Shopify tags and this shop does not hold as taggable objects. */
const OTHER_TAGGABLE_TYPES: ReadonlySet<string> = new Set([
  "DraftOrder",
  "Article",
  "DiscountAutomaticNode",
  "DiscountCodeNode",
]);

/**
 * Finds what a tag mutation is about. Shopify answers three ways to an unknown id (SHOPIFY-FACTS §7.5): a userError for
 * a missing object, a top-level error for a type without tags.
 */
export function findTaggable(world: World, id: string): FoundTaggable {
  const gid = parseGid(id);
  if (gid?.type === "Customer") {
    const customer = world.customers.get(gid.id);
    if (customer === undefined) return missing("Customer");
    return {
      kind: "found",
      taggable: {
        node: customer,
        tags: customer.tags,
        removesInAnyCase: true,
        setTags: (tags) => changeCustomerTags(world, customer, tags),
      },
    };
  }
  if (gid?.type === "Order") {
    const order = world.orders.get(gid.id);
    if (order === undefined) return missing("Order");
    return {
      kind: "found",
      taggable: {
        node: order,
        tags: order.tags,
        removesInAnyCase: false,
        setTags: (tags) => setOrderTags(world, order, tags),
      },
    };
  }
  if (gid?.type === "Product") {
    const product = world.products.get(gid.id);
    if (product === undefined) return missing("Product");
    return {
      kind: "found",
      taggable: {
        node: product,
        tags: product.tags ?? [],
        removesInAnyCase: true,
        setTags: (tags) => {
          product.tags = sortTags(tags);
          world.revision += 1;
        },
      },
    };
  }
  if (gid !== null && OTHER_TAGGABLE_TYPES.has(gid.type)) return missing(gid.type);
  throw new GraphQLError("invalid id", { extensions: { code: "RESOURCE_NOT_FOUND" } });
}

function missing(type: string): FoundTaggable {
  return { kind: "missing", error: userError(["id"], `${type} does not exist`) };
}

function setOrderTags(
  world: World,
  order: Parameters<typeof updateOrder>[1],
  tags: readonly string[],
): void {
  const isUnchanged =
    tags.length === order.tags.length &&
    tags.every((tag) => order.tags.some((other) => sameTag(tag, other)));
  if (!isUnchanged) updateOrder(world, order, { tags: sortTags(tags) });
}
