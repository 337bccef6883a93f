/**
 * What becomes of what we keep when a customer or a shop wants to be forgotten, leaves, or comes back: one story, whose
 * tests follow each other.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { addCustomer } from "../../simulated-shop/world/add-customer.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { placeOrder } from "../../simulated-shop/world/place-order.ts";
import { uninstallApp } from "../../simulated-shop/world/uninstall-app.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { holdingsFor, holdingsOf } from "../setup/holdings.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { sendWebhook } from "../setup/send-webhook.ts";
import { rowsOf } from "../setup/table-rows.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";
import { waitFor } from "../setup/wait-for.ts";

let stage: TestStage;
let world: World;
let customer: Customer;

beforeAll(async () => {
  stage = await openTestStage({ customers: 40 });
  ({ world } = stage.simulated);
  // An id that nothing else has, neither an order nor a segment, nor the digits of a fraction.
  customer = addCustomer(world, { id: 7_310_498_265_713, email: "somebody@example.com" });
  buy();
  await install(stage);
  await turnOnPublishing(stage);
  await stage.settle();
  buy();
  await stage.settle();
});
afterAll(() => stage.close());

test("a customer's request for their data waits for the merchant, who downloads all there is, and nothing else", async () => {
  const {
    inbox_event: _former,
    privacy_request: _none,
    ...before
  } = await rowsOf(stage.app.db, stage.shop);
  stage.simulated.webhooks.sendCompliance({
    topic: "customers/data_request",
    customer,
    requestId: 1,
  });
  await stage.settle();
  const {
    inbox_event: _events,
    privacy_request: requests,
    ...after
  } = await rowsOf(stage.app.db, stage.shop);
  expect(after).toEqual(before);
  expect(requests).toHaveLength(1);

  const request = await stage.app.db.privacyRequest.findFirstOrThrow();
  const answer = await askForExport(request.id);
  expect(answer.status).toBe(200);
  const data = z
    .object({ customerId: z.string(), orders: z.array(z.object({ totalMinorUnits: z.string() })) })
    .and(z.record(z.string(), z.unknown()))
    .parse(JSON.parse(answer.text));
  expect(data.customerId).toBe(String(customer.id));
  expect(data.orders.map((order) => order.totalMinorUnits)).toEqual(["5000", "5000"]);
  const tablesOfCustomers = Object.entries(after)
    .filter(([, rows]) => rows.join().includes(String(customer.id)))
    .map(([table]) => table.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()));
  for (const table of tablesOfCustomers)
    expect(data[table] ?? data[`${table}s`], table).not.toHaveLength(0);
  expect(await stage.app.db.privacyRequest.findFirst()).toMatchObject({
    doneAt: expect.any(Date) as Date,
  });
});

test.each(["", "nobody's", "00000000-0000-4000-8000-000000000000"])(
  "there is nothing to download for a request %j that there is not",
  async (id) => {
    expect((await askForExport(id)).status).toBe(404);
  },
);

test("a customer who wants to be forgotten is named nowhere any more, and the orders' sums stay", async () => {
  const { db } = stage.app;
  const orders = await db.order.count();
  const ordersOfNobody = await db.order.count({ where: { customerId: null } });
  const lines = await db.orderLine.count();
  expect(await db.outlook.count({ where: { customerId: BigInt(customer.id) } })).toBe(1);
  for (const requestId of [2, 3])
    stage.simulated.webhooks.sendCompliance({ topic: "customers/redact", customer, requestId });
  await stage.settle();
  const rows = Object.entries(await rowsOf(stage.app.db, stage.shop));
  const naming = rows.filter(([, found]) => found.join().includes(String(customer.id)));
  expect(Object.fromEntries(naming)).toEqual({});
  expect(await db.order.count()).toBe(orders);
  expect(await db.order.count({ where: { customerId: null } })).toBe(ordersOfNobody + 2);
  // One line each, and nobody else's.
  expect(await db.orderLine.count()).toBe(lines - 2);
});

test("a shop that leaves ends all access at once, and nothing is asked of it any more", async () => {
  uninstallApp(world);
  await stage.settle();
  expect(await stage.app.db.session.count()).toBe(0);
  const { app, shop, simulated } = stage;
  // News that were still under way are done with.
  const late = { topic: "orders/updated", body: { admin_graphql_api_id: "gid://shopify/Order/1" } };
  expect(await sendWebhook(stage, late)).toBe(200);
  await stage.settle();
  expect(await app.db.inboxEvent.count({ where: { handledAt: null } })).toBe(0);
  const asked = simulated.traffic.requestCount;
  for (const kind of ["import", "recalibration", "program-change"] as const)
    await app.enqueue(app.db, "score-base", { shop, kind });
  await app.enqueue(app.db, "study-base", { shop });
  await app.enqueue(app.db, "publish", { shop });
  await app.enqueue(app.db, "import-orders", { shop });
  await app.enqueue(app.db, "tick", {});
  await stage.settle();
  expect(simulated.traffic.requestCount).toBe(asked);
});

test("a shop that comes back has its settings, and everybody stands where the orders meanwhile put them", async () => {
  // Shopify's own erasure leaves nothing on the customer.
  customer.tags = [];
  buy();
  await install(stage);
  // The orders of before it stay nobody's, though the shop still says whose they were.
  customer.orders = customer.orders.slice(-1);
  // Fields follow their own customer's orders and labels only, so the others' still say what they said.
  const { metafields: _fields, ...expected } = holdingsFor(scorePlainly(world));
  expect(holdingsOf(world)).toMatchObject(expected);
  expect(await stage.app.db.shop.findFirst()).toMatchObject({
    uninstalledAt: null,
    publishTags: true,
  });
});

test("a request to forget the shop that arrives after its return forgets nothing", async () => {
  stage.simulated.webhooks.sendCompliance({ topic: "shop/redact" });
  await stage.settle();
  expect(await stage.app.db.order.count()).toBeGreaterThan(0);
  expect(await stage.app.db.shop.count()).toBe(1);
});

test("news of the leave that arrive after the return do not end the new installation", async () => {
  expect(await sendWebhook(stage, { topic: "app/uninstalled", body: { id: 1 } })).toBe(200);
  await stage.settle();
  expect(await stage.app.db.session.count()).toBe(1);
  expect(await stage.app.db.shop.findFirst()).toMatchObject({ uninstalledAt: null });
});

test("a shop that wants to be forgotten leaves no row behind", async () => {
  const { order_line, outlook, product, standing } = await rowsOf(stage.app.db, stage.shop);
  for (const rows of [order_line, outlook, product, standing])
    expect(rows?.length).toBeGreaterThan(0);
  uninstallApp(world);
  await stage.settle();
  stage.simulated.webhooks.sendCompliance({ topic: "shop/redact" });
  await stage.settle();
  expect(Object.values(await rowsOf(stage.app.db, stage.shop)).flat()).toEqual([]);
});

test("it may come back as a new one, and work ends when it leaves in the middle", async () => {
  stage.simulated.bulk.lineDelayMs = 20;
  await openApp(stage);
  await waitFor("the import to wait for the shop", async () => {
    return (await stage.app.db.orderImport.findFirst())?.operationId != null;
  });
  expect(await stage.app.db.shop.findFirst()).toMatchObject({ publishTags: false });
  uninstallApp(world);
  await stage.settle();
  expect(await stage.app.db.order.count()).toBe(0);
});

function askForExport(id: string) {
  return askAsMerchant(stage.appUrl, stage.simulated, {
    path: "/app/settings/privacy/export",
    routeId: "routes/app.settings.privacy.export",
    search: { id },
  });
}

function buy(): void {
  const [product] = world.products.values();
  if (product === undefined) throw new Error("the sample shop sells something");
  const lineItems = [{ product, quantity: 1, unitPriceMinor: 5_000, discountMinor: 0 }];
  placeOrder(world, { customer, lineItems });
}
