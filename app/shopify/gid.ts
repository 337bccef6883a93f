export type GidType =
  | "AbandonedCheckout"
  | "BulkOperation"
  | "Collection"
  | "CompanyLocation"
  | "Customer"
  | "CustomerSegmentMember"
  | "DiscountAutomaticNode"
  | "DiscountCodeNode"
  | "DiscountNode"
  | "LineItem"
  | "Order"
  | "Product"
  | "Segment"
  | "WebPixel";

/** Shopify's global id of one thing: `gid://shopify/Customer/123`. */
export function gidOf(type: GidType, id: bigint): string {
  return `gid://shopify/${type}/${id}`;
}

/** The number in a global id of the given type. */
export function idOfGid(type: GidType, gid: string): bigint {
  const prefix = `gid://shopify/${type}/`;
  const digits = gid.startsWith(prefix) ? gid.slice(prefix.length) : "";
  if (!/^\d+$/.test(digits)) throw new Error(`expected an id like ${prefix}123, got "${gid}"`);
  return BigInt(digits);
}
