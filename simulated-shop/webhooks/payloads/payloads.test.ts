import { afterEach, beforeEach, expect, test } from "vitest";
import { cancelOrder } from "../../world/cancel-order.ts";
import { changeCustomerTags } from "../../world/change-customer-tags.ts";
import { deleteOrder } from "../../world/delete-order.ts";
import { refundOrder } from "../../world/refund-order.ts";
import { uninstallApp } from "../../world/uninstall-app.ts";
import type { ReceivedWebhook } from "../webhook-receiver.test-support.ts";
import { payloadOf, WebhookScene } from "../webhook-scene.test-support.ts";

let scene: WebhookScene;

beforeEach(async () => {
  scene = await WebhookScene.open();
});

afterEach(() => scene.close());

test("an order has numeric and GraphQL ids, padded amounts and times in the shop's zone", async () => {
  scene.subscribe(["orders/create"]);
  const placed = scene.order();
  const [webhook] = await scene.receiver.waitFor(1);
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
  scene.subscribe(["customers/update", "customer.tags_added"]);
  changeCustomerTags(scene.world, scene.ada, ["vip"]);
  const [added, updated] = await scene.receiver.waitFor(2);
  expect(payloadOf(added)).toEqual({
    customerId: `gid://shopify/Customer/${scene.ada.id}`,
    tags: ["vip"],
    occurredAt: scene.world.clock.now().toISOString(),
  });
  for (const field of ["tags", "orders_count", "total_spent", "last_order_id"]) {
    expect(payloadOf(updated)).not.toHaveProperty(field);
  }
});

test("a refund names its order and the money given back", async () => {
  scene.subscribe(["refunds/create"]);
  const placed = scene.order();
  refundOrder(scene.world, placed, { amountMinor: 700 });
  const [webhook] = await scene.receiver.waitFor(1);
  expect(payloadOf(webhook)).toMatchObject({
    order_id: placed.id,
    transactions: [{ kind: "refund", amount: "7.00", currency: "GBP" }],
  });
});

test("a cancellation and a deletion arrive under their topics", async () => {
  scene.subscribe(["orders/cancelled", "orders/delete"]);
  const placed = scene.order();
  cancelOrder(scene.world, placed);
  deleteOrder(scene.world, placed);
  const webhooks = await scene.receiver.waitFor(2);
  expect(webhooks.map(({ headers }) => headers["x-shopify-topic"])).toEqual([
    "orders/cancelled",
    "orders/delete",
  ]);
  expect(payloadOf(webhooks[0])["cancelled_at"]).toMatch(/^2026-11-22T23:59:59/);
  expect(payloadOf(webhooks[1])).toEqual({ id: placed.id });
});

test("a later change of the same order has a later updated_at although the clock stands still", async () => {
  scene.subscribe(["orders/create", "orders/updated"]);
  refundOrder(scene.world, scene.order(), { amountMinor: 1 });
  const [created, updated] = await scene.receiver.waitFor(2);
  const at = (webhook: ReceivedWebhook | undefined): number =>
    Date.parse(String(payloadOf(webhook)["updated_at"]));
  expect(at(updated)).toBeGreaterThan(at(created));
});

test("include_fields leaves only the named fields", async () => {
  scene.subscribe(["orders/create"], { includeFields: ["id", "updated_at"] });
  scene.order();
  const [webhook] = await scene.receiver.waitFor(1);
  expect(Object.keys(payloadOf(webhook))).toEqual(["id", "updated_at"]);
});

test("app/uninstalled is sent although the installation has just ended", async () => {
  scene.subscribe(["app/uninstalled"]);
  scene.world.events.on("app-uninstalled", () => {
    scene.installation.isInstalled = false;
  });
  uninstallApp(scene.world);
  const [webhook] = await scene.receiver.waitFor(1);
  expect(payloadOf(webhook)).toMatchObject({ myshopify_domain: "a-shop.myshopify.com" });
});

test("privacy requests name the customer and every order", async () => {
  const webhooks = scene.subscribe(["customers/data_request", "customers/redact", "shop/redact"]);
  const placed = scene.order();
  const customer = scene.ada;
  webhooks.sendCompliance({ topic: "customers/redact", customer, requestId: 1 });
  webhooks.sendCompliance({ topic: "customers/data_request", customer, requestId: 9 });
  webhooks.sendCompliance({ topic: "shop/redact" });
  const bodies = (await scene.receiver.waitFor(3)).map(payloadOf);
  const shop = { shop_id: scene.world.shop.id, shop_domain: "a-shop.myshopify.com" };
  const who = { id: customer.id, email: "ada@example.com", phone: null };
  expect(bodies).toEqual([
    { ...shop, customer: who, orders_to_redact: [placed.id] },
    { ...shop, customer: who, orders_requested: [placed.id], data_request: { id: 9 } },
    shop,
  ]);
});
