import { afterEach, expect, test, vi } from "vitest";
import { interestOf } from "./interest-of.ts";

type Listener = (event: object) => void;

const settings = { accountID: "acc", endpoint: "https://app.example/pixel" };
const init = {
  data: { customer: { id: "7", email: "ada@example.com", phone: null, firstName: "Ada" } },
  customerPrivacy: { analyticsProcessingAllowed: true },
};
const viewed = {
  id: "event",
  clientId: "visitor",
  context: { document: { location: { href: "https://shop.example/products/tea?gclid=1" } } },
  data: {
    productVariant: { id: "70", price: { amount: 4.5 }, product: { id: "5", title: "Tea" } },
  },
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** Loads the pixel as Shopify's sandbox does, and returns what it listens to and what it sends. */
async function loadPixel(changes: { init?: object; settings?: object } = {}) {
  const listeners = new Map<string, Listener>();
  const subscribe = (name: string, listener: Listener) => void listeners.set(name, listener);
  const api = {
    init,
    settings,
    analytics: { subscribe: async (name: string, listener: Listener) => subscribe(name, listener) },
    customerPrivacy: { subscribe },
    ...changes,
  };
  const extend = (_target: string, run: (given: typeof api) => void) => run(api);
  const send = vi.fn(async (_address: string, _init: RequestInit) => new Response());
  vi.stubGlobal("shopify", { extend });
  vi.stubGlobal("fetch", send);
  await import("./index.ts");
  return {
    send,
    listeners,
    sent: () => send.mock.calls.map(([, { body }]) => JSON.parse(body as string) as unknown),
  };
}

test("what a customer looks at, searches for and buys is sent, and nothing else about them", async () => {
  const { listeners, send, sent } = await loadPixel();
  listeners.get("product_viewed")?.(viewed);
  const merchandise = viewed.data.productVariant;
  listeners.get("product_added_to_cart")?.({ data: { cartLine: { merchandise, quantity: 2 } } });
  listeners.get("search_submitted")?.({ data: { searchResult: { query: " green tea " } } });
  listeners.get("checkout_started")?.({ data: { checkout: { email: "ada@example.com" } } });
  listeners.get("checkout_completed")?.({ data: { checkout: { email: "ada@example.com" } } });
  const who = { account: "acc", customer: "7" };
  expect(sent()).toEqual([
    { ...who, kind: "view", product: "5" },
    { ...who, kind: "cart", product: "5" },
    { ...who, kind: "search", words: "green tea" },
    { ...who, kind: "checkout" },
    { ...who, kind: "purchase" },
  ]);
  const [address, request] = send.mock.calls[0] ?? [];
  expect(address).toBe("https://app.example/pixel");
  expect(request).toMatchObject({ method: "POST", keepalive: true });
});

test.each([
  ["a visitor who has not signed in", { init: { ...init, data: { customer: null } } }],
  ["a pixel that is not set up", { settings: { accountID: "acc" } }],
])("nothing is listened to of %s", async (_case, changes) => {
  const { listeners } = await loadPixel(changes);
  expect(listeners.size).toBe(0);
});

test("without consent nothing is sent, and none after it was taken back", async () => {
  const denied = { analyticsProcessingAllowed: false };
  const first = await loadPixel({ init: { ...init, customerPrivacy: denied } });
  first.listeners.get("product_viewed")?.(viewed);
  expect(first.sent()).toEqual([]);

  vi.resetModules();
  const { listeners, sent } = await loadPixel();
  listeners.get("product_viewed")?.(viewed);
  listeners.get("visitorConsentCollected")?.({ customerPrivacy: denied });
  listeners.get("product_viewed")?.(viewed);
  expect(sent()).toHaveLength(1);
});

test("a count that cannot be sent breaks nothing", async () => {
  const { listeners, send } = await loadPixel();
  send.mockRejectedValue(new Error("offline"));
  listeners.get("product_viewed")?.(viewed);
  await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
});

test.each([
  ["product_viewed", { productVariant: { product: { id: "gid://shopify/Product/5" } } }],
  ["product_added_to_cart", { cartLine: { merchandise: { product: { id: "5" } } } }],
] as const)("%s names its product, in either form of its id", (name, data) => {
  expect(interestOf(name, data)).toMatchObject({ product: "5" });
});

test.each([
  ["product_viewed", { productVariant: { product: { id: "tea" } } }],
  ["product_added_to_cart", { cartLine: null }],
  ["search_submitted", { searchResult: { query: "  " } }],
] as const)("%s without what it is about says nothing", (name, data) => {
  expect(interestOf(name, data)).toBeNull();
});
