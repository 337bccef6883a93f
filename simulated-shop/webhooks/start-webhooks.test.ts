import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { refundOrder } from "../world/refund-order.ts";
import { updateOrder } from "../world/update-order.ts";
import { createWebhookSubscription } from "../world/webhook-subscription.ts";
import { RETRY_DELAYS_MS } from "./delivery-queue.ts";
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

  test("is sent again on request, with the same id and body", async () => {
    const webhooks = scene.subscribe(["orders/create"]);
    scene.order();
    const [first] = await scene.receiver.waitFor(1);
    expect(webhooks.sendAgain(String(first?.headers["x-shopify-webhook-id"]))).toBe(true);
    const [, second] = await scene.receiver.waitFor(2);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["x-shopify-webhook-id"]).toBe(first?.headers["x-shopify-webhook-id"]);
    expect(webhooks.sendAgain("unknown")).toBe(false);
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

describe("a fault on the line", () => {
  test("5xx before the app: the app hears of it with the next try only", async () => {
    const webhooks = scene.subscribe(["orders/create"], { retryDelaysMs: [1] });
    webhooks.faults.set([{ fault: { kind: "5xx", status: 502, reachesApp: false, tries: 1 } }]);
    scene.order();
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]).toMatchObject({
        state: { kind: "delivered" },
        attempts: [{ result: { status: 502 } }, { result: { status: 200 } }],
      });
    });
    expect(scene.receiver.received).toHaveLength(1);
  });

  test("5xx instead of the answer: the app hears of it twice, under the same id", async () => {
    const webhooks = scene.subscribe(["orders/create"], { retryDelaysMs: [1] });
    webhooks.faults.set([{ fault: { kind: "5xx", status: 503, reachesApp: true, tries: 1 } }]);
    scene.order();
    const [first, second] = await scene.receiver.waitFor(2);
    expect(second?.headers["x-shopify-webhook-id"]).toBe(first?.headers["x-shopify-webhook-id"]);
    expect(second?.headers["x-shopify-triggered-at"]).toBe(
      first?.headers["x-shopify-triggered-at"],
    );
  });

  test("a reset in the body leaves the app with half a request, and it is tried again", async () => {
    const webhooks = scene.subscribe(["orders/create"], { retryDelaysMs: [1] });
    webhooks.faults.set([{ fault: { kind: "connection-reset", at: "body", tries: 1 } }]);
    scene.order();
    await scene.receiver.waitFor(1);
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]?.state.kind).toBe("delivered");
    });
    expect(webhooks.log.latest()[0]?.attempts[0]?.result).toEqual({
      kind: "unanswered",
      reason: "connection reset in the middle of the body",
    });
    expect(scene.receiver.received).toHaveLength(1);
  });

  test("a reset at the answer makes the app do its work twice", async () => {
    const webhooks = scene.subscribe(["orders/create"], { retryDelaysMs: [1] });
    webhooks.faults.set([{ fault: { kind: "connection-reset", at: "answer", tries: 1 } }]);
    scene.order();
    await scene.receiver.waitFor(2);
    expect(webhooks.log.latest()[0]?.attempts[0]?.result.kind).toBe("unanswered");
  });

  test("a slow body arrives whole", async () => {
    const webhooks = scene.subscribe(["orders/create"]);
    webhooks.faults.set([{ fault: { kind: "slow", durationMs: 60, tries: 1 } }]);
    const order = scene.order();
    const [webhook] = await scene.receiver.waitFor(1);
    expect(payloadOf(webhook)["id"]).toBe(order.id);
    if (webhook !== undefined) expect(await isGenuine(webhook)).toBe(true);
  });

  test("a skewed clock shows in the moment of triggering only", async () => {
    const webhooks = scene.subscribe(["orders/create"]);
    webhooks.faults.set([{ fault: { kind: "clock-skew", skewMs: -3_600_000 } }]);
    scene.order();
    const [webhook] = await scene.receiver.waitFor(1);
    const triggeredAt = Date.parse(String(webhook?.headers["x-shopify-triggered-at"]));
    expect(Date.now() - triggeredAt).toBeGreaterThanOrEqual(3_600_000);
    if (webhook !== undefined) expect(await isGenuine(webhook)).toBe(true);
  });

  test("webhooks to be reordered wait for one another, and none for ever", async () => {
    const webhooks = scene.subscribe(["orders/create"]);
    webhooks.faults.set([{ fault: { kind: "reorder", among: 3, withinMs: 200 } }]);
    const orders = [scene.order(), scene.order(), scene.order(), scene.order()];
    const ids = (await scene.receiver.waitFor(4)).map((webhook) => payloadOf(webhook)["id"]);
    expect(new Set(ids.slice(0, 3))).toEqual(new Set(orders.slice(0, 3).map(({ id }) => id)));
    expect(ids[3]).toBe(orders[3]?.id);
    await vi.waitFor(() => {
      expect(webhooks.pendingCount()).toBe(0);
    });
  });

  test("chance follows the seed", () => {
    const webhooks = scene.subscribe(["orders/create"]);
    function struckWithSeed(seed: number): readonly boolean[] {
      webhooks.faults.set([{ fault: { kind: "drop" }, chance: 0.5 }], { seed });
      return Array.from({ length: 40 }, () => webhooks.faults.strike("orders/create") !== null);
    }
    const struck = struckWithSeed(7);
    expect(struckWithSeed(7)).toEqual(struck);
    expect(struckWithSeed(8)).not.toEqual(struck);
    expect(struck).toContain(true);
    expect(struck).toContain(false);
  });
});

describe("Shopify's retries", () => {
  test("are eight, within four hours of the shop's time", async () => {
    const webhooks = scene.subscribe(["orders/create"], { retryDelaysMs: RETRY_DELAYS_MS });
    scene.receiver.answerNext(...Array.from({ length: 20 }, () => 500));
    scene.order();
    for (let tries = 1; tries <= RETRY_DELAYS_MS.length; tries += 1) {
      await vi.waitFor(() => {
        const { state, attempts } = webhooks.log.latest()[0] ?? {};
        expect(attempts).toHaveLength(tries);
        expect(state).toMatchObject({
          kind: "waiting",
          nextAttemptAtMs: expect.any(Number) as number,
        });
      });
      scene.world.clock.advanceByMs(RETRY_DELAYS_MS[tries - 1] ?? 0);
    }
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]?.state).toEqual({ kind: "failed" });
    });
    expect(scene.receiver.received).toHaveLength(9);
    expect(RETRY_DELAYS_MS.reduce((sum, delayMs) => sum + delayMs, 0)).toBe(4 * 3_600_000);
  });
});

describe("a subscription to some fields", () => {
  test("hears of an order once while those stay the same", async () => {
    const webhooks = scene.subscribe(["orders/updated"], { includeFields: ["id", "note"] });
    const order = scene.order();
    updateOrder(scene.world, order, { note: "gift" });
    updateOrder(scene.world, order, { tags: ["paid"] });
    updateOrder(scene.world, order, { note: "none" });
    await vi.waitFor(() => {
      expect(webhooks.pendingCount()).toBe(0);
    });
    expect(scene.receiver.received.map((webhook) => payloadOf(webhook)["note"])).toEqual([
      "gift",
      "none",
    ]);
    expect(webhooks.log.latest().map(({ state }) => state)).toContainEqual({
      kind: "not-sent",
      reason: "the same was said by the webhook before",
    });
  });

  test("hears of every change when it asks for updated_at", async () => {
    scene.subscribe(["orders/updated"], { includeFields: ["id", "updated_at"] });
    const order = scene.order();
    updateOrder(scene.world, order, { note: "gift" });
    updateOrder(scene.world, order, { tags: ["paid"] });
    expect(await scene.receiver.waitFor(2)).toHaveLength(2);
  });
});

describe("a subscription made through the API", () => {
  test("hears of things without an app configuration, in the version of the call", async () => {
    scene.installation.isInstalled = false;
    scene.subscribe([]);
    const uri = `${scene.receiver.url}/api-made`;
    const wanted = { topic: "orders/create", uri, name: null, includeFields: null };
    createWebhookSubscription(scene.world, { ...wanted, apiVersion: "2026-10" });
    scene.order();
    const [webhook] = await scene.receiver.waitFor(1);
    expect(webhook?.path).toBe("/api-made");
    expect(webhook?.headers["x-shopify-api-version"]).toBe("2026-10");
  });

  test("is deleted when a webhook of it fails for good", async () => {
    scene.subscribe([], { retryDelaysMs: [1] });
    const uri = `${scene.receiver.url}/api-made`;
    const wanted = { topic: "orders/create", uri, name: null, includeFields: null };
    createWebhookSubscription(scene.world, { ...wanted, apiVersion: "2026-07" });
    scene.receiver.answerNext(500, 500);
    scene.order();
    await vi.waitFor(() => {
      expect(scene.world.webhookSubscriptions.size).toBe(0);
    });
  });
});

test("subscribed topics that are never sent are named", () => {
  expect(
    scene.subscribe(["orders/create", "shop/redact", "themes/publish"]).unsimulatedTopics,
  ).toEqual(["themes/publish"]);
});
