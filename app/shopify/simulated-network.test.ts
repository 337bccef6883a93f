import { afterEach, describe, expect, test } from "vitest";
import { openShopifyNetwork } from "./simulated-network.ts";
import { startScriptedShopify, type ScriptedShopify } from "./testing/scripted-shopify.ts";

const appUrl = "http://127.0.0.1:3000";

test("without a simulated shop nothing differs from production", () => {
  const network = openShopifyNetwork(null, "https://echelon.example.com");
  expect(network).toMatchObject({ fetch: globalThis.fetch, appBridgeUrl: null, clockUrl: null });
  const headers = new Headers({
    "Content-Security-Policy": "frame-ancestors https://admin.shopify.com;",
    Link: "<x>",
  });
  network.allowFraming(headers);
  expect([...headers]).toEqual([
    ["content-security-policy", "frame-ancestors https://admin.shopify.com;"],
    ["link", "<x>"],
  ]);
});

describe("a simulated shop is refused", () => {
  test("for an app that others can reach", () => {
    expect(() =>
      openShopifyNetwork("http://127.0.0.1:4000", "https://echelon.example.com"),
    ).toThrow("SHOPIFY_APP_URL is https://echelon.example.com");
  });

  test("on another machine, which would be sent access tokens", () => {
    expect(() => openShopifyNetwork("http://shop.example.com", appUrl)).toThrow(
      "ECHELON_SIMULATED_SHOP is http://shop.example.com",
    );
  });
});

describe("with a simulated shop", () => {
  let shopify: ScriptedShopify;
  afterEach(() => shopify.close());

  test("calls to shops go there, with everything but the address", async () => {
    shopify = await startScriptedShopify(() => ({ status: 201, body: { answered: true } }));
    const { fetch } = openShopifyNetwork(shopify.origin, appUrl);
    const response = await fetch("https://a-shop.myshopify.com/admin/oauth/access_token?x=1", {
      method: "POST",
      headers: { "X-Sent": "yes" },
      body: "text",
    });
    expect(response.status).toBe(201);
    expect(shopify.received).toMatchObject([
      {
        method: "POST",
        path: "/admin/oauth/access_token?x=1",
        headers: { "x-sent": "yes" },
        text: "text",
      },
    ]);
  });

  test("other addresses are left alone, also those that only look like a shop's", async () => {
    shopify = await startScriptedShopify(() => ({}));
    const { fetch } = openShopifyNetwork("http://127.0.0.1:1", appUrl);
    await fetch(`${shopify.origin}/result.jsonl?from=https://a-shop.myshopify.com/`);
    expect(shopify.received).toHaveLength(1);
  });

  test("its admin may frame the app beside Shopify's own", async () => {
    shopify = await startScriptedShopify(() => ({}));
    const headers = new Headers({
      "Content-Security-Policy": "frame-ancestors https://admin.shopify.com;",
      Link: "<x>",
    });
    openShopifyNetwork(`${shopify.origin}/`, appUrl).allowFraming(headers);
    expect([...headers]).toEqual([
      ["content-security-policy", `frame-ancestors ${shopify.origin} https://admin.shopify.com;`],
    ]);
  });
});
