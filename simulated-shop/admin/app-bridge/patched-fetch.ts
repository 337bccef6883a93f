type IdTokens = { current(): Promise<string>; renew(): Promise<string> };

/**
 * Makes the app's own fetches carry a session token. A 401 that asks for it is tried once more with a new token; a
 * 401 that names an address for signing in again opens it.
 */
export function patchFetch(idTokens: IdTokens, { locale }: { locale: string }): void {
  const originalFetch = window.fetch.bind(window);

  window.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.origin !== location.origin) return originalFetch(input, init);
    const request = new Request(input, init);
    if (request.headers.has("authorization")) return originalFetch(request);
    const retry = request.clone();
    const response = await originalFetch(authorized(request, await idTokens.current(), locale));
    if (response.status !== 401) return response;
    if (response.headers.has("x-shopify-retry-invalid-session-request")) {
      return originalFetch(authorized(retry, await idTokens.renew(), locale));
    }
    const signInUrl = response.headers.get("x-shopify-api-request-failure-reauthorize-url");
    if (signInUrl !== null) window.open(signInUrl, "_top");
    return response;
  };
}

function authorized(request: Request, token: string, locale: string): Request {
  const headers = new Headers(request.headers);
  headers.set("authorization", `Bearer ${token}`);
  headers.set("x-requested-with", "XMLHttpRequest");
  if (!headers.has("accept-language")) headers.set("accept-language", locale);
  return new Request(request, { headers });
}
