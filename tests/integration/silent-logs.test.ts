/** What the web process and the worker write into their logs, the worker at its most talkative, also when things fail. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { turnOnPublishing } from "../../scripts/demo/merchant.ts";
import type { Order } from "../../simulated-shop/world/order.ts";
import { placeOrder } from "../../simulated-shop/world/place-order.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { listAppRoutes } from "../setup/route-manifest.ts";
import { sendWebhook } from "../setup/send-webhook.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";
import { waitFor } from "../setup/wait-for.ts";

const person = { firstName: "Zaphodine", lastName: "Beeblebroxia", email: "zaphodine@example.com" };
let stage: TestStage;
let logs: string;

beforeAll(async () => {
  stage = await openTestStage({ customers: 20 });
  const { world } = stage.simulated;
  for (const customer of world.customers.values()) {
    Object.assign(customer, { ...person, email: `${customer.id}.${person.email}` });
  }
  await install(stage);
  await turnOnPublishing(stage);
  await stage.settle();
  await lookAround();
  await sendMalformedWebhooks();
  stage.simulated.tokens.expireAccess();
  buy();
  await stage.settle();
  // From here on every call fails, and so does every job that needs one.
  stage.simulated.tokens.revokeAll();
  const body = { admin_graphql_api_id: `gid://shopify/Order/${buy().id}` };
  await sendWebhook(stage, { topic: "orders/create", body });
  await waitFor("a job to fail", async () => (await stage.readLogs()).includes("job failed"));
  logs = await stage.readLogs();
});
afterAll(() => stage.close());

test("they tell what was done and what failed", () => {
  for (const event of [
    "shop installed",
    "orders imported",
    "base scored",
    "job done",
    "job failed",
  ]) {
    expect(logs).toContain(event);
  }
  expect(logs).toContain(stage.shop);
});

test("nobody is named", () => {
  expect(logs).not.toMatch(/zaphodine|beeblebroxia/i);
  expect(logs.match(/[\w.+-]+@[\w-]+\.\w+/)).toBeNull();
});

test("no token, signature or secret is told", () => {
  expect(logs).not.toContain(stage.simulated.clientSecret);
  // Access and refresh tokens, session tokens, and what a database address may carry.
  expect(logs).not.toMatch(/shp(at|rt|ss|ca)_|eyJ[\w-]+\.|hmac|id_token|postgres(ql)?:\/\//i);
});

/** A merchant types names and e-mails, into fields and into addresses. */
async function lookAround(): Promise<void> {
  const ask = (request: Parameters<typeof askAsMerchant>[2]) =>
    askAsMerchant(stage.appUrl, stage.simulated, request);
  const search = { search: person.email, q: person.lastName };
  await ask({ path: "/app/customers", search });
  await ask({ path: "/app/customers", routeId: "routes/app.customers._index", search });
  await ask({ path: `/app/customers/${person.email}` });
  await ask({ path: `/app/nowhere/${person.email}` });
  await ask({ path: "/app/customers/names", search: { ids: person.email } });
  for (const { id, path, hasAction } of await listAppRoutes()) {
    if (!hasAction) continue;
    await ask({ path, routeId: id, body: { intent: person.email, ...person } });
    await ask({ path, routeId: id, body: new URLSearchParams({ intent: person.email }) });
  }
}

async function sendMalformedWebhooks(): Promise<void> {
  const topic = "orders/updated";
  await sendWebhook(stage, { topic, body: `{"email": "${person.email}"` });
  await sendWebhook(stage, { topic, body: person });
  await sendWebhook(stage, { topic, body: person, secret: "another" });
  await sendWebhook(stage, { topic: person.email, body: person });
}

function buy(): Order {
  const { world } = stage.simulated;
  const [customer] = world.customers.values();
  const [product] = world.products.values();
  if (customer === undefined || product === undefined) throw new Error("the sample shop has both");
  const lineItems = [{ product, quantity: 1, unitPriceMinor: 5_000, discountMinor: 0 }];
  return placeOrder(world, { customer, lineItems });
}
