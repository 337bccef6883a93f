import { afterEach, beforeEach, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import {
  startWebhookReceiver,
  type WebhookReceiver,
} from "../webhooks/webhook-receiver.test-support.ts";
import { ask, askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
let receiver: WebhookReceiver;

beforeEach(async () => {
  receiver = await startWebhookReceiver();
  shop = await startSmallShop();
});

afterEach(async () => {
  await shop.close();
  await receiver.close();
});

const CREATE = `mutation ($topic: WebhookSubscriptionTopic!, $input: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $input) {
    webhookSubscription { id topic uri includeFields format endpoint { __typename } apiVersion { handle } }
    userErrors { field message }
  }
}`;

function create(topic: string, input: object): Promise<unknown> {
  return askFor(shop, CREATE, { topic, input });
}

test("a subscription is made, listed, changed and deleted", async () => {
  const uri = `${receiver.url}/hooks`;
  const made = await create("CUSTOMERS_UPDATE", { uri, includeFields: ["id", "tags"] });
  expect(made).toEqual({
    webhookSubscription: {
      id: expect.stringMatching(/^gid:\/\/shopify\/WebhookSubscription\/\d+$/) as string,
      topic: "CUSTOMERS_UPDATE",
      uri,
      includeFields: ["id", "tags"],
      format: "JSON",
      endpoint: { __typename: "WebhookHttpEndpoint" },
      apiVersion: { handle: "2026-07" },
    },
    userErrors: [],
  });
  const { id } = (made as { webhookSubscription: { id: string } }).webhookSubscription;
  const LIST = "{ webhookSubscriptions(first: 5) { nodes { id uri } } }";
  expect(await askFor(shop, LIST)).toEqual({ nodes: [{ id, uri }] });

  const UPDATE = `mutation ($id: ID!, $input: WebhookSubscriptionInput!) {
    webhookSubscriptionUpdate(id: $id, webhookSubscription: $input) {
      webhookSubscription { uri includeFields } userErrors { message }
    }
  }`;
  expect(await askFor(shop, UPDATE, { id, input: { uri: `${uri}/new` } })).toEqual({
    webhookSubscription: { uri: `${uri}/new`, includeFields: ["id", "tags"] },
    userErrors: [],
  });

  const DELETE = `mutation ($id: ID!) {
    webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { field message } }
  }`;
  expect(await askFor(shop, DELETE, { id })).toEqual({
    deletedWebhookSubscriptionId: id,
    userErrors: [],
  });
  expect(await askFor(shop, DELETE, { id })).toEqual({
    deletedWebhookSubscriptionId: null,
    userErrors: [{ field: ["id"], message: "Webhook subscription does not exist" }],
  });
  expect(await askFor(shop, LIST)).toEqual({ nodes: [] });
});

test("it hears of what the API changes", async () => {
  await create("CUSTOMER_TAGS_ADDED", { uri: `${receiver.url}/hooks` });
  const TAG = 'mutation ($id: ID!) { tagsAdd(id: $id, tags: ["vip"]) { userErrors { message } } }';
  await askFor(shop, TAG, { id: customerGid(shop) });
  const [webhook] = await receiver.waitFor(1);
  expect(webhook?.headers["x-shopify-topic"]).toBe("customer.tags_added");
});

test.each([
  ["", "Address can't be blank"],
  ["nowhere", "Address is invalid"],
  ["http://example.com/hooks", "Address protocol http:// is not supported"],
])("the address %j is refused in Shopify's words", async (uri, message) => {
  expect(await create("ORDERS_CREATE", { uri })).toEqual({
    webhookSubscription: null,
    userErrors: [{ field: ["webhookSubscription", "callbackUrl"], message }],
  });
});

test("an address is taken once per topic", async () => {
  const input = { callbackUrl: "https://example.com/hooks" };
  expect(await create("ORDERS_CREATE", input)).toMatchObject({ userErrors: [] });
  expect(await create("ORDERS_UPDATED", input)).toMatchObject({ userErrors: [] });
  expect(await create("ORDERS_CREATE", input)).toMatchObject({
    userErrors: [{ message: "Address for this topic has already been taken" }],
  });
});

test("topics and filters this shop never sends by are refused loudly", async () => {
  const variables = { topic: "THEMES_PUBLISH", input: { uri: "https://example.com/hooks" } };
  expect((await ask(shop, CREATE, variables)).errors).toMatchObject([
    { message: expect.stringContaining("THEMES_PUBLISH") as string },
  ]);
  const filtered = { topic: "ORDERS_CREATE", input: { ...variables.input, filter: "id:1" } };
  expect((await ask(shop, CREATE, filtered)).errors).toMatchObject([
    { message: expect.stringContaining("filter") as string },
  ]);
});
