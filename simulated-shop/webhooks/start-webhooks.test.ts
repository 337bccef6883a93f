import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { refundOrder } from "../world/refund-order.ts";
import type { ReceivedWebhook } from "./webhook-receiver.test-support.ts";
import { payloadOf, SECRET, WebhookScene } from "./webhook-scene.test-support.ts";

const shopify = shopifyApi({
  apiKey: "client-id",
  apiSecretKey: SECRET,
  apiVersion: ApiVersion.July26,
  hostName: "127.0.0.1",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});

let scene: WebhookScene;

beforeEach(async () => {
  scene = await WebhookScene.open();
});

afterEach(() => scene.close());

async function isGenuine({ headers, body, path }: ReceivedWebhook): Promise<boolean> {
  const rawRequest = new Request(`http://app.example${path}`, {
    method: "POST",
    headers: headers as Record<string, string>,
  });
  const check = await shopify.webhooks.validate({ rawBody: body, rawRequest });
  return check.valid;
}

describe("a delivery", () => {
  test("is accepted by Shopify's own check and carries the documented headers", async () => {
    scene.subscribe(["orders/create"]);
    scene.order();
    const [webhook] = await scene.receiver.waitFor(1);
    if (webhook === undefined) throw new Error("nothing arrived");
    expect(await isGenuine(webhook)).toBe(true);
    expect(webhook.path).toBe("/webhooks");
    expect(webhook.headers).toMatchObject({
      "x-shopify-topic": "orders/create",
      "x-shopify-shop-domain": "a-shop.myshopify.com",
      "x-shopify-api-version": "2026-07",
      "content-type": "application/json",
    });
    expect(webhook.headers["x-shopify-webhook-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(webhook.headers["x-shopify-event-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(webhook.headers["x-shopify-triggered-at"]).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test("shares its event id with the other webhooks of the same action, not its webhook id", async () => {
    scene.subscribe(["refunds/create", "orders/updated"]);
    refundOrder(scene.world, scene.order(), { amountMinor: 100 });
    const [first, second] = await scene.receiver.waitFor(2);
    expect(first?.headers["x-shopify-event-id"]).toBe(second?.headers["x-shopify-event-id"]);
    expect(first?.headers["x-shopify-webhook-id"]).not.toBe(
      second?.headers["x-shopify-webhook-id"],
    );
  });

  test("is not made before the app is installed", async () => {
    scene.installation.isInstalled = false;
    const webhooks = scene.subscribe(["orders/create", "app/uninstalled"]);
    scene.order();
    expect(webhooks.log.latest()).toEqual([]);
    expect(webhooks.pendingCount()).toBe(0);
  });

  test("is not made for topics the app does not subscribe to", () => {
    const webhooks = scene.subscribe(["orders/delete"]);
    scene.order();
    expect(webhooks.log.latest()).toEqual([]);
  });

  test("never leaves this machine", () => {
    const webhooks = scene.subscribe(["orders/create"], { uri: "https://example.com/webhooks" });
    scene.order();
    expect(webhooks.log.latest()[0]?.state).toEqual({
      kind: "not-sent",
      reason: "example.com is not this machine",
    });
  });
});

describe("failures", () => {
  test.each([500, 404, 302])(
    "an answer of %i is tried again with the same id and body",
    async (status) => {
      const webhooks = scene.subscribe(["orders/create"], { retryDelaysMs: [1] });
      scene.receiver.answerNext(status);
      scene.order();
      const [first, second] = await scene.receiver.waitFor(2);
      expect(second?.body).toBe(first?.body);
      expect(second?.headers["x-shopify-webhook-id"]).toBe(first?.headers["x-shopify-webhook-id"]);
      await vi.waitFor(() => {
        expect(webhooks.log.latest()[0]).toMatchObject({
          state: { kind: "delivered" },
          attempts: [{ result: { status } }, { result: { status: 200 } }],
        });
      });
    },
  );

  test("a webhook is given up after the last try", async () => {
    const webhooks = scene.subscribe(["orders/create"], { retryDelaysMs: [1, 1] });
    scene.receiver.answerNext(500, 500, 500);
    scene.order();
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]?.state).toEqual({ kind: "failed" });
    });
    expect(scene.receiver.received).toHaveLength(3);
    expect(webhooks.pendingCount()).toBe(0);
  });

  test("an app that is down is an attempt without an answer", async () => {
    scene.config.appUrl = "http://127.0.0.1:1";
    const webhooks = scene.subscribe(["orders/create"]);
    scene.order();
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]?.attempts[0]?.result.kind).toBe("unanswered");
    });
  });

  test("stopping forgets what waits for another try", async () => {
    const webhooks = scene.subscribe(["orders/create"], { retryDelaysMs: [60_000] });
    scene.receiver.answerNext(500);
    scene.order();
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]?.attempts).toHaveLength(1);
    });
    await webhooks.stop();
    expect(webhooks.pendingCount()).toBe(0);
  });
});

describe("the fault plan", () => {
  test("drops as many as it says, of its topic only", async () => {
    const webhooks = scene.subscribe(["orders/create", "orders/updated"]);
    webhooks.faults.set([{ topic: "orders/create", fault: { kind: "drop" }, times: 1 }]);
    scene.order();
    const second = scene.order();
    const [webhook] = await scene.receiver.waitFor(1);
    expect(payloadOf(webhook)["id"]).toBe(second.id);
    expect(webhooks.log.latest().map(({ state }) => state.kind)).toContain("not-sent");
    expect(webhooks.faults.rules).toEqual([]);
  });

  test("repeats with the same webhook id", async () => {
    const webhooks = scene.subscribe(["orders/create"]);
    webhooks.faults.set([{ fault: { kind: "repeat", extraTimes: 2 } }]);
    scene.order();
    const ids = (await scene.receiver.waitFor(3)).map(
      ({ headers }) => headers["x-shopify-webhook-id"],
    );
    expect(new Set(ids).size).toBe(1);
  });

  test("delays, so that later webhooks overtake", async () => {
    const webhooks = scene.subscribe(["orders/create"]);
    webhooks.faults.set([{ fault: { kind: "delay", delayMs: 100 }, times: 1 }]);
    const first = scene.order();
    const second = scene.order();
    const ids = (await scene.receiver.waitFor(2)).map((webhook) => payloadOf(webhook)["id"]);
    expect(ids).toEqual([second.id, first.id]);
  });
});

test("subscribed topics that are never sent are named", () => {
  expect(
    scene.subscribe(["orders/create", "shop/redact", "themes/publish"]).unsimulatedTopics,
  ).toEqual(["themes/publish"]);
});
