/** Where a bounce page leads; null when the page is not one, or would lead to another site. */
export function bounceTarget(): URL | null {
  const target = new URLSearchParams(location.search).get("shopify-reload");
  if (target === null || !URL.canParse(target, location.href)) return null;
  const url = new URL(target, location.href);
  return url.origin === location.origin ? url : null;
}

/**
 * An app's bounce page: a page without content whose `shopify-reload` parameter says where to go once there is a
 * session token. Returns true on a bounce page.
 */
export function leaveBouncePage(idToken: () => Promise<string>): boolean {
  const url = bounceTarget();
  if (url === null) return false;
  void idToken().then((token) => {
    url.searchParams.set("id_token", token);
    location.replace(url);
  });
  return true;
}
