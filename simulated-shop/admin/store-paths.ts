/** "echelon-demo.myshopify.com" → "echelon-demo": the shop's name in the admin's addresses. */
export function storeHandleOf(shopDomain: string): string {
  return shopDomain.replace(/\.myshopify\.com$/, "");
}

/** Where the shop's admin begins: "/store/echelon-demo". */
export function storePathOf(shopDomain: string): string {
  return `/store/${storeHandleOf(shopDomain)}`;
}
