import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openSampleLibrary, sampleSecret } from "./testing/sample-library.ts";
import { verifyWebhook } from "./verify-webhook.ts";

const library = openSampleLibrary("http://127.0.0.1:1"); // an address nobody answers: verifying asks nobody

interface Sent {
  method?: string;
  body?: string | Uint8Array;
  secret?: string;
  headers?: Record<string, string | null>;
}

/** A request signed as Shopify signs, with what the test changes about it. */
function requestOf({
  method = "POST",
  body = '{"id":1}',
  secret = sampleSecret,
  headers = {},
}: Sent): Request {
  const sent = new Headers({
    "X-Shopify-Topic": "orders/create",
    "X-Shopify-Hmac-Sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "X-Shopify-Shop-Domain": "a-shop.myshopify.com",
    "X-Shopify-API-Version": "2026-07",
    "X-Shopify-Webhook-Id": "b54557e4",
    "X-Shopify-Triggered-At": "2026-11-22T10:00:00.123456789Z",
  });
  for (const [name, value] of Object.entries(headers)) {
    if (value === null) sent.delete(name);
    else sent.set(name, value);
  }
  const init =
    method === "GET"
      ? { method, headers: sent }
      : { method, headers: sent, body: body as BodyInit };
  return new Request("http://127.0.0.1:3000/webhooks/orders", init);
}

const verdictOn = (sent: Sent) => verifyWebhook(library, requestOf(sent));

test("a signed webhook is taken, with its topic as it was declared", async () => {
  expect(await verdictOn({})).toEqual({
    kind: "verified",
    topic: "orders/create",
    shop: "a-shop.myshopify.com",
    webhookId: "b54557e4",
    triggeredAt: new Date("2026-11-22T10:00:00.123Z"),
    body: { id: 1 },
  });
});

test("the signature is that of the bytes, so letters beyond ASCII are taken", async () => {
  expect(await verdictOn({ body: '{"name":"Zoë 😀"}' })).toMatchObject({
    kind: "verified",
    body: { name: "Zoë 😀" },
  });
});

test("a webhook without the moment it was triggered is taken", async () => {
  expect(await verdictOn({ headers: { "X-Shopify-Triggered-At": null } })).toMatchObject({
    triggeredAt: null,
  });
});

describe("refused, in this order", () => {
  test("anything but POST, before its signature is looked at", async () => {
    expect(await verdictOn({ method: "GET" })).toEqual({ kind: "wrong-method" });
    expect(await verdictOn({ method: "PUT", secret: "another" })).toEqual({ kind: "wrong-method" });
  });

  test.each<[string, Sent]>([
    ["a signature by another secret", { secret: "another" }],
    ["an empty body, which nobody signs", { body: "" }],
    ["no signature", { headers: { "X-Shopify-Hmac-Sha256": null } }],
    ["a signature of nothing", { headers: { "X-Shopify-Hmac-Sha256": "" } }],
    [
      "a signature of another body",
      {
        headers: {
          "X-Shopify-Hmac-Sha256": createHmac("sha256", sampleSecret).update("{}").digest("base64"),
        },
      },
    ],
    ["a bad signature of malformed JSON", { body: "{", secret: "another" }],
    [
      "a bad signature without the other headers",
      { secret: "another", headers: { "X-Shopify-Topic": null } },
    ],
  ])("%s", async (_name, sent) => {
    expect(await verdictOn(sent)).toEqual({ kind: "bad-signature" });
  });

  test.each([
    "X-Shopify-Topic",
    "X-Shopify-Shop-Domain",
    "X-Shopify-Webhook-Id",
    "X-Shopify-API-Version",
  ])("a signed webhook without %s", async (name) => {
    expect(await verdictOn({ headers: { [name]: null } })).toMatchObject({ kind: "malformed" });
  });

  test.each(["a-shop.example.com", "a-shop.myshopify.com.example.com", "../a-shop.myshopify.com"])(
    "a signed webhook of %s, which is no shop",
    async (domain) => {
      const headers = { "X-Shopify-Shop-Domain": domain };
      expect(await verdictOn({ headers })).toMatchObject({ kind: "malformed" });
    },
  );

  test.each(["{", "[]", '"text"', "null"])("a signed body that is %s", async (body) => {
    expect(await verdictOn({ body })).toEqual({
      kind: "malformed",
      reason: "the body is not a JSON object",
    });
  });
});
