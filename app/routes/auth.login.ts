/**
 * Where the library sends whoever comes without a shop. An app of the App Store must not ask for a shop's address, so
 * this only says where the door is.
 */
export function loader(): Response {
  return new Response("Open Echelon from the Apps page of your Shopify admin.\n", {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
