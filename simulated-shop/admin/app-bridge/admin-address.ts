export type Destination =
  /** A page of the app itself. */
  | { readonly kind: "app"; readonly url: URL }
  /** A page of the admin; `path` follows /store/<handle>. */
  | { readonly kind: "admin"; readonly path: string }
  | { readonly kind: "elsewhere"; readonly url: string };

const ADMIN_SCHEME = /^shopify:\/*admin\/?/i;
const ADMIN_PATH = /^\/store\/[^/]+/;

/** Where an address leads: "shopify:admin/customers/1", "https://admin.shopify.com/store/x/orders", "/app/tiers" … */
export function destinationOf(address: string, base: string): Destination {
  if (ADMIN_SCHEME.test(address))
    return { kind: "admin", path: `/${address.replace(ADMIN_SCHEME, "")}` };
  const url = new URL(address, base);
  if (url.origin === new URL(base).origin) return { kind: "app", url };
  if (url.hostname === "admin.shopify.com" && ADMIN_PATH.test(url.pathname)) {
    return {
      kind: "admin",
      path: `${url.pathname.replace(ADMIN_PATH, "")}${url.search}${url.hash}`,
    };
  }
  return { kind: "elsewhere", url: url.href };
}
