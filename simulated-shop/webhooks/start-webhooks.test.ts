import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, LogSeverity, shopifyApi } from "@shopify/shopify-api";
import { z } from "zod";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { SimulatedShopConfig } from "../context.ts";
import { addCustomer } from "../world/add-customer.ts";
import { addProduct } from "../world/add-product.ts";
import { cancelOrder } from "../world/cancel-order.ts";
import { changeCustomerTags } from "../world/change-customer-tags.ts";
import { deleteOrder } from "../world/delete-order.ts";
import { placeOrder } from "../world/place-order.ts";
import { refundOrder } from "../world/refund-order.ts";
import { uninstallApp } from "../world/uninstall-app.ts";
import { createWorld, type World } from "../world/world.ts";
import { startWebhooks, type Webhooks } from "./start-webhooks.ts";
import { startWebhookReceiver, type ReceivedWebhook, type WebhookReceiver } from "./webhook-receiver.test-support.ts";

const SECRET = "client-secret";
const shopify = shopifyApi({
  apiKey: "client-id",
  apiSecretKey: SECRET,
  apiVersion: ApiVersion.July26,
  hostName: "127.0.0.1",
  isEmbeddedApp: true,
  logger: { level: LogSeverity.Error },
});

const installation = { isInstalled: true };
let receiver: WebhookReceiver;
let config: SimulatedShopConfig;
let world: World;
let running: Webhooks | null = null;

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  installation.isInstalled = true;
  world = createWorld({
    name: "A Shop",
    domain: "a-shop.myshopify.com",
    email: "owner@example.com",
    currencyCode: "GBP",
    timeZone: "America/New_York",
    countryCode: "GB",
    plan: "standard",
    nowMs: Date.parse("2026-11-22T23:59:59-05:00"),
  });
  config = {
    shopDomain: world.shop.domain,
    clientId: "client-id",
    clientSecret: SECRET,
    accessToken: "shpat_x",
    plan: "standard",
    scopes: [],
    appUrl: receiver.url,
    url: "",
  };
});

afterEach(async () => {
  await running?.stop();
  running = null;
  await receiver.close();
});

function start(topics: readonly string[], more: { uri?: string; includeFields?: string[]; retryDelaysMs?: number[] } = {}): Webhooks {
  const { uri = "/webhooks", includeFields = null, retryDelaysMs = [] } = more;
  const webhookSubscriptions = topics.map((topic) => ({ topic, uri, name: null, includeFields }));
  running = startWebhooks(
    { world, config },
    { installation, retryDelaysMs, appConfiguration: { webhookApiVersion: "2026-07", webhookSubscriptions } },
  );
  return running;
}

function someCustomer() {
  return addCustomer(world, { email: "ada@example.com", firstName: "Ada", lastName: "Lovelace" });
}

function order(priceMinor = 1250) {
  const product = addProduct(world, { title: "Tea", sku: "TEA", productType: "Food", vendor: "Us", priceMinor });
  const customer = world.customersByEmail.get("ada@example.com") ?? someCustomer();
  return placeOrder(world, { customer, lineItems: [{ product, quantity: 2, unitPriceMinor: priceMinor, discountMinor: 0 }] });
}

function payloadOf(webhook: ReceivedWebhook | undefined): Readonly<Record<string, unknown>> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(webhook?.body ?? ""));
}

async function isGenuine({ headers, body, path }: ReceivedWebhook): Promise<boolean> {
  const rawRequest = new Request(`http://app.example${path}`, { method: "POST", headers: headers as Record<string, string> });
  const check = await shopify.webhooks.validate({ rawBody: body, rawRequest });
  return check.valid;
}

describe("a delivery", () => {
  test("is accepted by Shopify's own check and carries the documented headers", async () => {
    start(["orders/create"]);
    order();
    const [webhook] = await receiver.waitFor(1);
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
    start(["refunds/create", "orders/updated"]);
    refundOrder(world, order(), { amountMinor: 100 });
    const [first, second] = await receiver.waitFor(2);
    expect(first?.headers["x-shopify-event-id"]).toBe(second?.headers["x-shopify-event-id"]);
    expect(first?.headers["x-shopify-webhook-id"]).not.toBe(second?.headers["x-shopify-webhook-id"]);
  });

  test("is not made before the app is installed", async () => {
    installation.isInstalled = false;
    const webhooks = start(["orders/create", "app/uninstalled"]);
    order();
    expect(webhooks.log.latest()).toEqual([]);
    expect(webhooks.pendingCount()).toBe(0);
  });

  test("is not made for topics the app does not subscribe to", () => {
    const webhooks = start(["orders/delete"]);
    order();
    expect(webhooks.log.latest()).toEqual([]);
  });

  test("never leaves this machine", () => {
    const webhooks = start(["orders/create"], { uri: "https://example.com/webhooks" });
    order();
    expect(webhooks.log.latest()[0]?.state).toEqual({ kind: "not-sent", reason: "example.com is not this machine" });
  });
});

describe("payloads", () => {
  test("an order has numeric and GraphQL ids, padded amounts and times in the shop's zone", async () => {
    start(["orders/create"]);
    const placed = order();
    const [webhook] = await receiver.waitFor(1);
    expect(payloadOf(webhook)).toMatchObject({
      id: placed.id,
      admin_graphql_api_id: `gid://shopify/Order/${placed.id}`,
      name: "#1001",
      created_at: "2026-11-22T23:59:59-05:00",
      cancelled_at: null,
      test: false,
      currency: "GBP",
      financial_status: "paid",
      total_price: "25.00",
      total_price_set: { shop_money: { amount: "25.00", currency_code: "GBP" } },
      current_total_price: "25.00",
      tags: "",
      line_items: [{ quantity: 2, price: "12.50", title: "Tea" }],
      refunds: [],
      customer: { id: placed.customer?.id, email: "ada@example.com", first_name: "Ada" },
    });
  });

  test("a customer has no tags and no statistics", async () => {
    start(["customers/update", "customer.tags_added"]);
    const customer = someCustomer();
    changeCustomerTags(world, customer, ["vip"]);
    const [added, updated] = await receiver.waitFor(2);
    expect(payloadOf(added)).toEqual({
      customerId: `gid://shopify/Customer/${customer.id}`,
      tags: ["vip"],
      occurredAt: world.clock.now().toISOString(),
    });
    for (const field of ["tags", "orders_count", "total_spent", "last_order_id"]) {
      expect(payloadOf(updated)).not.toHaveProperty(field);
    }
  });

  test("a refund names its order and the money given back", async () => {
    start(["refunds/create"]);
    const placed = order();
    refundOrder(world, placed, { amountMinor: 700 });
    const [webhook] = await receiver.waitFor(1);
    expect(payloadOf(webhook)).toMatchObject({
      order_id: placed.id,
      transactions: [{ kind: "refund", amount: "7.00", currency: "GBP" }],
    });
  });

  test("a cancellation and a deletion arrive under their topics", async () => {
    start(["orders/cancelled", "orders/delete"]);
    const placed = order();
    cancelOrder(world, placed);
    deleteOrder(world, placed);
    const webhooks = await receiver.waitFor(2);
    expect(webhooks.map(({ headers }) => headers["x-shopify-topic"])).toEqual(["orders/cancelled", "orders/delete"]);
    expect(payloadOf(webhooks[0])["cancelled_at"]).toMatch(/^2026-11-22T23:59:59/);
    expect(payloadOf(webhooks[1])).toEqual({ id: placed.id });
  });

  test("a later change of the same order has a later updated_at although the clock stands still", async () => {
    start(["orders/create", "orders/updated"]);
    refundOrder(world, order(), { amountMinor: 1 });
    const [created, updated] = await receiver.waitFor(2);
    const at = (webhook: ReceivedWebhook | undefined): number => Date.parse(String(payloadOf(webhook)["updated_at"]));
    expect(at(updated)).toBeGreaterThan(at(created));
  });

  test("include_fields leaves only the named fields", async () => {
    start(["orders/create"], { includeFields: ["id", "updated_at"] });
    order();
    const [webhook] = await receiver.waitFor(1);
    expect(Object.keys(payloadOf(webhook))).toEqual(["id", "updated_at"]);
  });

  test("app/uninstalled is sent although the installation has just ended", async () => {
    start(["app/uninstalled"]);
    world.events.on("app-uninstalled", () => {
      installation.isInstalled = false;
    });
    uninstallApp(world);
    const [webhook] = await receiver.waitFor(1);
    expect(payloadOf(webhook)).toMatchObject({ myshopify_domain: "a-shop.myshopify.com" });
  });

  test("privacy requests name the customer and every order", async () => {
    const webhooks = start(["customers/data_request", "customers/redact", "shop/redact"]);
    const placed = order();
    const customer = placed.customer ?? someCustomer();
    webhooks.sendCompliance({ topic: "customers/redact", customer, requestId: 1 });
    webhooks.sendCompliance({ topic: "customers/data_request", customer, requestId: 9 });
    webhooks.sendCompliance({ topic: "shop/redact" });
    const bodies = (await receiver.waitFor(3)).map(payloadOf);
    const shop = { shop_id: world.shop.id, shop_domain: "a-shop.myshopify.com" };
    const who = { id: customer.id, email: "ada@example.com", phone: null };
    expect(bodies).toEqual([
      { ...shop, customer: who, orders_to_redact: [placed.id] },
      { ...shop, customer: who, orders_requested: [placed.id], data_request: { id: 9 } },
      shop,
    ]);
  });
});

describe("failures", () => {
  test.each([500, 404, 302])("an answer of %i is tried again with the same id and body", async (status) => {
    const webhooks = start(["orders/create"], { retryDelaysMs: [1] });
    receiver.answerNext(status);
    order();
    const [first, second] = await receiver.waitFor(2);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers["x-shopify-webhook-id"]).toBe(first?.headers["x-shopify-webhook-id"]);
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]).toMatchObject({ state: { kind: "delivered" }, attempts: [{ result: { status } }, { result: { status: 200 } }] });
    });
  });

  test("a webhook is given up after the last try", async () => {
    const webhooks = start(["orders/create"], { retryDelaysMs: [1, 1] });
    receiver.answerNext(500, 500, 500);
    order();
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]?.state).toEqual({ kind: "failed" });
    });
    expect(receiver.received).toHaveLength(3);
    expect(webhooks.pendingCount()).toBe(0);
  });

  test("an app that is down is an attempt without an answer", async () => {
    config.appUrl = "http://127.0.0.1:1";
    const webhooks = start(["orders/create"]);
    order();
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]?.attempts[0]?.result.kind).toBe("unanswered");
    });
  });

  test("stopping forgets what waits for another try", async () => {
    const webhooks = start(["orders/create"], { retryDelaysMs: [60_000] });
    receiver.answerNext(500);
    order();
    await vi.waitFor(() => {
      expect(webhooks.log.latest()[0]?.attempts).toHaveLength(1);
    });
    await webhooks.stop();
    expect(webhooks.pendingCount()).toBe(0);
  });
});

describe("the fault plan", () => {
  test("drops as many as it says, of its topic only", async () => {
    const webhooks = start(["orders/create", "orders/updated"]);
    webhooks.faults.set([{ topic: "orders/create", fault: { kind: "drop" }, times: 1 }]);
    order();
    const second = order();
    const [webhook] = await receiver.waitFor(1);
    expect(payloadOf(webhook)["id"]).toBe(second.id);
    expect(webhooks.log.latest().map(({ state }) => state.kind)).toContain("not-sent");
    expect(webhooks.faults.rules).toEqual([]);
  });

  test("repeats with the same webhook id", async () => {
    const webhooks = start(["orders/create"]);
    webhooks.faults.set([{ fault: { kind: "repeat", extraTimes: 2 } }]);
    order();
    const ids = (await receiver.waitFor(3)).map(({ headers }) => headers["x-shopify-webhook-id"]);
    expect(new Set(ids).size).toBe(1);
  });

  test("delays, so that later webhooks overtake", async () => {
    const webhooks = start(["orders/create"]);
    webhooks.faults.set([{ fault: { kind: "delay", delayMs: 100 }, times: 1 }]);
    const first = order();
    const second = order();
    const ids = (await receiver.waitFor(2)).map((webhook) => payloadOf(webhook)["id"]);
    expect(ids).toEqual([second.id, first.id]);
  });
});

test("subscribed topics that are never sent are named", () => {
  expect(start(["orders/create", "shop/redact", "themes/publish"]).unsimulatedTopics).toEqual(["themes/publish"]);
});
