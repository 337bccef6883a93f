import { afterAll, beforeAll, expect, test } from "vitest";
import { insertInboxEvent } from "../../app/persistence/inbox.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveOrders } from "../../app/persistence/orders.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { defaultProgram } from "../../app/scoring/index.ts";
import { createAdminClient } from "../../app/shopify/admin-client.ts";
import { handleEvent } from "../../app/use-cases/orders-in/handle-event.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const shop = "one.myshopify.com";
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
  // Without read_all_orders Shopify answers null for orders of more than 60 days ago.
  app.adminOf = () =>
    Promise.resolve(
      createAdminClient({
        shop,
        accessToken: () => Promise.resolve("token"),
        fetch: () => Promise.resolve(Response.json({ data: { nodes: [null] } })),
      }),
    );
  const at = new Date("2026-03-01T10:00:00Z");
  await saveInstallation(app.db, shop, { currencyCode: "GBP", timeZone: "UTC" }, at);
  await insertProgram(app.db, shop, 1, defaultProgram, at);
  const order = {
    orderId: 1n,
    customerId: 7n,
    name: "#1",
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    test: false,
    totalMinorUnits: 1_000n,
    refundedMinorUnits: 0n,
  };
  await saveOrders(app.db, shop, [order]);
});
afterAll(async () => {
  await app.close();
});

async function receive(webhookId: string, topic: string): Promise<void> {
  const event = { shop, webhookId, topic, subject: { orderId: "1" }, triggeredAt: null };
  await insertInboxEvent(app.db, { ...event, receivedAt: new Date() });
  await handleEvent(app, shop, webhookId);
}

test("an order that Shopify does not show any more stays, until it is told to be deleted", async () => {
  await receive("a", "refunds/create");
  expect(await app.db.order.count()).toBe(1);
  await receive("b", "orders/delete");
  expect(await app.db.order.count()).toBe(0);
  expect(await app.db.dirtyCustomer.count()).toBe(1);
});
