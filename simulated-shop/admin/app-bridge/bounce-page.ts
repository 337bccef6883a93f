/**
 * An app's bounce page: a page without content whose `shopify-reload` parameter says where to go once there is a
 * session token. Only addresses of the app itself are followed. Returns true on a bounce page.
 */
export function leaveBouncePage(idToken: () => Promise<string>): boolean {
  const target = new URLSearchParams(location.search).get("shopify-reload");
  if (target === null) return false;
  const url = new URL(target, location.href);
  if (url.origin !== location.origin) return false;
  void idToken().then((token) => {
    url.searchParams.set("id_token", token);
    location.replace(url);
  });
  return true;
}
