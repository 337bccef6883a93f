/** One thing a customer did that says what they are interested in. */
export type Interest =
  | { readonly kind: "view" | "cart"; readonly product: string }
  | { readonly kind: "search"; readonly words: string }
  | { readonly kind: "checkout" | "purchase" };

const KINDS = {
  product_viewed: "view",
  product_added_to_cart: "cart",
  search_submitted: "search",
  checkout_started: "checkout",
  checkout_completed: "purchase",
} as const;

export type EventName = keyof typeof KINDS;

export const EVENT_NAMES = Object.keys(KINDS) as readonly EventName[];

/**
 * What an event of Shopify's says about interest; null when it says nothing, as a search without words. Everything else
 * the event carries (address, browser, visitor, amounts) stays where it is.
 */
export function interestOf(name: EventName, data: unknown): Interest | null {
  const kind = KINDS[name];
  switch (kind) {
    case "view":
      return ofProduct(kind, fieldOf(data, "productVariant"));
    case "cart":
      return ofProduct(kind, fieldOf(fieldOf(data, "cartLine"), "merchandise"));
    case "search": {
      const words = fieldOf(fieldOf(data, "searchResult"), "query");
      return typeof words === "string" && words.trim() !== ""
        ? { kind, words: words.trim() }
        : null;
    }
    case "checkout":
    case "purchase":
      return { kind };
  }
}

function ofProduct(kind: "view" | "cart", variant: unknown): Interest | null {
  const product = numberIn(fieldOf(fieldOf(variant, "product"), "id"));
  return product === null ? null : { kind, product };
}

/** Ids come as "7" or as "gid://shopify/Product/7". */
export function numberIn(id: unknown): string | null {
  return typeof id === "string" ? (/(?:^|\/)(\d{1,18})$/.exec(id)?.[1] ?? null) : null;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
