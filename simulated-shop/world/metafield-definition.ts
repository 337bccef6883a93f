import type { World } from "./world.ts";

/** "CUSTOMER", "ORDER", …: what Shopify calls a MetafieldOwnerType. */
export type MetafieldOwnerType = string;

export type MetafieldAccess = {
  readonly admin: "MERCHANT_READ" | "MERCHANT_READ_WRITE" | "PUBLIC_READ_WRITE";
  readonly storefront: "NONE" | "PUBLIC_READ";
  readonly customerAccount: "NONE" | "READ" | "READ_WRITE";
};

export type MetafieldCapabilities = {
  readonly adminFilterable: boolean;
  readonly analyticsQueryable: boolean;
  readonly cartToOrderCopyable: boolean;
  readonly smartCollectionCondition: boolean;
  readonly uniqueValues: boolean;
};

export type MetafieldValidation = { readonly name: string; readonly value: string };

/** The structure of a metafield of one kind of owner: type, rules of its value, who may see it. */
export type MetafieldDefinition = {
  readonly gidType: "MetafieldDefinition";
  readonly id: number;
  readonly ownerType: MetafieldOwnerType;
  /** Expanded, `app--<id>` for an app's own. */
  readonly namespace: string;
  readonly key: string;
  readonly type: string;
  name: string;
  description: string | null;
  validations: readonly MetafieldValidation[];
  access: MetafieldAccess;
  capabilities: MetafieldCapabilities;
  /** 1 for the first one pinned; null when it is not. */
  pinnedPosition: number | null;
};

export type MetafieldDefinitionIdentity = Pick<
  MetafieldDefinition,
  "ownerType" | "namespace" | "key"
>;

/** Owner types of what this shop holds, by the type in their gids. */
const OWNER_TYPES: Readonly<Record<string, MetafieldOwnerType>> = {
  Customer: "CUSTOMER",
  DiscountAutomaticNode: "DISCOUNT",
  DiscountCodeNode: "DISCOUNT",
  Order: "ORDER",
  Product: "PRODUCT",
  ProductVariant: "PRODUCTVARIANT",
  Shop: "SHOP",
};

export function ownerTypeOf({ gidType }: { readonly gidType: string }): MetafieldOwnerType {
  return OWNER_TYPES[gidType] ?? gidType.toUpperCase();
}

export function findMetafieldDefinition(
  world: World,
  { ownerType, namespace, key }: MetafieldDefinitionIdentity,
): MetafieldDefinition | undefined {
  for (const definition of world.metafieldDefinitions.values()) {
    if (
      definition.key === key &&
      definition.namespace === namespace &&
      definition.ownerType === ownerType
    )
      return definition;
  }
  return undefined;
}
