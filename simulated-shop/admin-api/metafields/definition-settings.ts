import type { MetafieldAccess, MetafieldCapabilities } from "../../world/metafield-definition.ts";
import { userError, type UserError } from "../mutations/user-error.ts";
import { isAppNamespace } from "./namespace-access.ts";

type Enabled = { enabled: boolean } | null;
export type CapabilitiesInput = Partial<Record<keyof MetafieldCapabilities, Enabled>>;
export type AccessInput = {
  admin?: "MERCHANT_READ" | "MERCHANT_READ_WRITE" | null;
  storefront?: MetafieldAccess["storefront"] | null;
  customerAccount?: MetafieldAccess["customerAccount"] | null;
};

const NO_CAPABILITIES: MetafieldCapabilities = {
  adminFilterable: false,
  analyticsQueryable: false,
  cartToOrderCopyable: false,
  smartCollectionCondition: false,
  uniqueValues: false,
};

/** Snake case, as messages name them. */
const CAPABILITY_NAMES: Readonly<Record<keyof MetafieldCapabilities, string>> = {
  adminFilterable: "admin_filterable",
  analyticsQueryable: "analytics_queryable",
  cartToOrderCopyable: "cart_to_order_copyable",
  smartCollectionCondition: "smart_collection_condition",
  uniqueValues: "unique_values",
};

const NOT_FILTERABLE = new Set([
  "json",
  "rich_text_field",
  "multi_line_text_field",
  "number_decimal",
  "number_integer",
  "money",
]);
const UNIQUE_TYPES = new Set(["id", "number_integer", "single_line_text_field", "url"]);
const CONDITION_TYPES = new Set([
  "boolean",
  "number_decimal",
  "number_integer",
  "rating",
  "single_line_text_field",
  "list.metaobject_reference",
  "metaobject_reference",
]);

/** Can a definition of this type and owner have a capability? */
export function isEligible(
  capability: keyof MetafieldCapabilities,
  { type, ownerType }: { type: string; ownerType: string },
): boolean {
  switch (capability) {
    case "adminFilterable":
      return !NOT_FILTERABLE.has(type);
    case "uniqueValues":
      return UNIQUE_TYPES.has(type);
    case "smartCollectionCondition":
      return (
        (ownerType === "PRODUCT" || ownerType === "PRODUCTVARIANT") && CONDITION_TYPES.has(type)
      );
    case "cartToOrderCopyable":
      return ownerType === "ORDER";
    case "analyticsQueryable":
      return !NOT_FILTERABLE.has(type);
  }
}

/** The capabilities a definition has after an input, or the first one it cannot have. */
export function readCapabilities(
  input: CapabilitiesInput | null | undefined,
  definition: { type: string; ownerType: string },
  before: MetafieldCapabilities = NO_CAPABILITIES,
): { capabilities: MetafieldCapabilities } | { error: UserError } {
  // An id is unique by its nature.
  const capabilities = { ...before, ...(definition.type === "id" && { uniqueValues: true }) };
  for (const name of capabilityNames()) {
    const wanted = input?.[name]?.enabled;
    if (wanted === undefined) continue;
    if (wanted && !isEligible(name, definition)) {
      const message = `The capability ${CAPABILITY_NAMES[name]} is not valid for this definition.`;
      return { error: userError(["definition"], message, "INVALID_CAPABILITY") };
    }
    if (!wanted && name === "uniqueValues" && definition.type === "id") {
      const message = "Capability unique_values is required for type id but is disabled";
      return { error: userError(["definition"], message, "CAPABILITY_REQUIRED_BUT_DISABLED") };
    }
    capabilities[name] = wanted;
  }
  return { capabilities };
}

export function capabilityNames(): (keyof MetafieldCapabilities)[] {
  return Object.keys(CAPABILITY_NAMES) as (keyof MetafieldCapabilities)[];
}

/**
 * Who may see and change a definition's metafields. Outside an app's own namespace everybody may, and less cannot be
 * asked for; inside, merchants may read (told).
 */
export function readAccess(
  input: AccessInput | null | undefined,
  namespace: string,
  code: string,
  before: MetafieldAccess = {
    admin: isAppNamespace(namespace) ? "MERCHANT_READ" : "PUBLIC_READ_WRITE",
    storefront: "NONE",
    customerAccount: "NONE",
  },
): { access: MetafieldAccess } | { error: UserError } {
  const { admin, storefront, customerAccount } = input ?? {};
  const isOwn = isAppNamespace(namespace);
  if (!isOwn && admin === "MERCHANT_READ") {
    const message =
      'Setting this access control is not permitted. It must be one of ["public_read_write"].';
    return { error: userError(["definition"], message, code) };
  }
  return {
    access: {
      admin: isOwn ? (admin ?? before.admin) : before.admin,
      storefront: storefront ?? before.storefront,
      customerAccount: customerAccount ?? before.customerAccount,
    },
  };
}
