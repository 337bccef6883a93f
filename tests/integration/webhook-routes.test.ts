/** What the web process answers to webhooks, and what it keeps of them. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { topics } from "../../app/use-cases/orders-in/events/topics.ts";
import { readAppConfiguration } from "../../simulated-shop/tokens/app-configuration.ts";
import { signWebhook } from "../../simulated-shop/webhooks/webhook-request.ts";
import { sendWebhook, type SentWebhook } from "../setup/send-webhook.ts";
import {
  appConfigurationFile,
  install,
  openTestStage,
  type TestStage,
} from "../setup/test-stage.ts";

let stage: TestStage;
let orderId: number;

beforeAll(async () => {
  stage = await openTestStage({ customers: 10 });
  await install(stage);
  [orderId = 0] = stage.simulated.world.orders.keys();
});
afterAll(() => stage.close());

function orderWebhook(changes: Partial<SentWebhook> = {}): SentWebhook {
  const body = { id: orderId, admin_graphql_api_id: `gid://shopify/Order/${orderId}` };
  return { topic: "orders/updated", body, ...changes };
}

function send(changes: Partial<SentWebhook> = {}): Promise<number> {
  return sendWebhook(stage, orderWebhook(changes));
}

/** How many events the inbox keeps, of whatever shop. */
function countEvents(): Promise<number> {
  return stage.app.db.inboxEvent.count();
}

test("what shopify.app.toml declares is what the app handles, topic by topic", () => {
  expect(subscriptions().map(([topic]) => topic)).toEqual(expect.arrayContaining([...topics]));
  expect(subscriptions()).toHaveLength(topics.length);
});

describe("a webhook that is refused is kept nowhere", () => {
  const signature = "x-shopify-hmac-sha256";
  test.each<[string, number, Partial<SentWebhook>]>([
    ["signed with another secret", 401, { secret: "somebody else's" }],
    ["with a signature that is none", 401, { headers: { [signature]: "%%%" } }],
    ["with an empty signature", 401, { headers: { [signature]: "" } }],
    ["without a signature", 401, { headers: { [signature]: undefined } }],
    ["without its topic", 400, { headers: { "x-shopify-topic": undefined } }],
    ["without its shop", 400, { headers: { "x-shopify-shop-domain": undefined } }],
    ["without its id", 400, { headers: { "x-shopify-webhook-id": undefined } }],
    ["of a shop that is no shop's address", 400, { shop: "evil.example.com" }],
    ["that is not JSON", 400, { body: '{"id": 1' }],
    ["that is a list", 400, { body: "[1]" }],
    ["that is empty, which nobody can have signed", 401, { body: "" }],
    ["about an order it does not name", 400, { body: { name: "#1001" } }],
    [
      "about an order with another thing's id",
      400,
      { body: { admin_graphql_api_id: "gid://shopify/Customer/1" } },
    ],
    [
      "about an order with an id that is none",
      400,
      { body: { admin_graphql_api_id: "gid://shopify/Order/1;drop" } },
    ],
    ["about a deleted order it does not name", 400, { topic: "orders/delete", body: { id: -1 } }],
    ["about a refund of no order", 400, { topic: "refunds/create", body: { id: 1 } }],
    [
      "about a customer it does not name",
      400,
      { topic: "customers/redact", body: { customer: {} } },
    ],
    ["larger than any of Shopify's", 413, { body: " ".repeat(21_000_000) }],
  ])("%s", async (_what, status, changes) => {
    const before = await countEvents();
    expect(await send(changes)).toBe(status);
    expect(await countEvents()).toBe(before);
  });

  test.each(["GET", "HEAD", "PUT", "DELETE"])("sent by %s", async (method) => {
    const response = await fetch(new URL("/webhooks/orders", stage.appUrl), { method });
    expect(response.status).toBe(405);
  });

  test("changed on its way", async () => {
    const before = await countEvents();
    const signed = signWebhook(JSON.stringify(orderWebhook().body), stage.simulated.clientSecret);
    const body = { admin_graphql_api_id: "gid://shopify/Order/4" };
    expect(await send({ body, headers: { [signature]: signed } })).toBe(401);
    expect(await countEvents()).toBe(before);
  });
});

describe("a webhook that is taken", () => {
  test("is kept with ids only, and acted on", async () => {
    const webhookId = randomUUID();
    const body = {
      admin_graphql_api_id: `gid://shopify/Order/${orderId}`,
      email: "person@example.com",
      customer: { first_name: "Person" },
    };
    expect(await send({ webhookId, body })).toBe(200);
    await stage.settle();
    const event = await stage.app.db.inboxEvent.findFirst({ where: { webhookId } });
    expect(event).toMatchObject({
      shop: stage.shop,
      topic: "orders/updated",
      subject: { orderId: String(orderId) },
    });
    expect(event?.handledAt).toBeInstanceOf(Date);
    expect(
      JSON.stringify(event, (_key, value: unknown) =>
        typeof value === "bigint" ? String(value) : value,
      ),
    ).not.toMatch(/person/i);
  });

  test("is kept once however often it comes, one after another or at once", async () => {
    const webhookId = randomUUID();
    expect(await send({ webhookId })).toBe(200);
    await stage.settle();
    expect(await Promise.all(Array.from({ length: 8 }, () => send({ webhookId })))).toEqual(
      Array(8).fill(200),
    );
    const atOnce = randomUUID();
    expect(await Promise.all(Array.from({ length: 8 }, () => send({ webhookId: atOnce })))).toEqual(
      Array(8).fill(200),
    );
    await stage.settle();
    expect(
      await stage.app.db.inboxEvent.count({ where: { webhookId: { in: [webhookId, atOnce] } } }),
    ).toBe(2);
  });

  test("may be some megabytes large", async () => {
    expect(
      await send({ body: { ...(orderWebhook().body as object), note: "x".repeat(5_000_000) } }),
    ).toBe(200);
  });

  test("of a shop nobody knows is answered and forgotten", async () => {
    const before = await countEvents();
    for (const topic of ["orders/create", "app/uninstalled", "customers/redact", "shop/redact"]) {
      const body = { ...(orderWebhook().body as object), customer: { id: 1 } };
      expect(await send({ shop: "nobody-knows.myshopify.com", topic, body })).toBe(200);
    }
    expect(await countEvents()).toBe(before);
    expect(await stage.app.db.shop.count()).toBe(1);
  });

  test("about an order that does not exist is done without a trace in the ledger", async () => {
    const before = await stage.app.db.order.count();
    expect(await send({ body: { admin_graphql_api_id: "gid://shopify/Order/4" } })).toBe(200);
    expect(await send({ topic: "orders/delete", body: { id: 4 } })).toBe(200);
    await stage.settle();
    expect(await stage.app.db.order.count()).toBe(before);
  });

  test.each(subscriptions())(
    "is that of %s, at the address declared for it",
    async (topic, path) => {
      const body = bodyFor(topic);
      // These two end the installation, and have their own tests.
      const shop = ["app/uninstalled", "shop/redact"].includes(topic)
        ? "nobody-knows.myshopify.com"
        : stage.shop;
      expect(await send({ topic, path, body, shop })).toBe(200);
      await stage.settle();
    },
  );
});

/** Of ids of nobody, but for the order's. */
function bodyFor(topic: string): object {
  const nobody = "gid://shopify/Customer/4";
  const customer = { id: 4, admin_graphql_api_id: nobody };
  if (topic === "customers/merge")
    return { admin_graphql_api_customer_deleted_id: nobody, status: "success" };
  if (topic.startsWith("customer.")) return { customerId: nobody, tags: ["vip"] };
  if (/^customers\/(create|update|delete)$/.test(topic)) return customer;
  if (topic === "bulk_operations/finish")
    return { admin_graphql_api_id: "gid://shopify/BulkOperation/4", status: "completed" };
  if (topic.startsWith("segments/")) return { admin_graphql_api_id: "gid://shopify/Segment/4" };
  const order = { ...(orderWebhook().body as object), order_id: orderId };
  return { ...order, order_edit: { order_id: orderId }, customer };
}

function subscriptions(): [topic: string, path: string][] {
  const { webhookSubscriptions } = readAppConfiguration(appConfigurationFile);
  return webhookSubscriptions.map(({ topic, uri }) => [topic, uri]);
}
