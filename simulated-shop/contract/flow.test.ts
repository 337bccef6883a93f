import { createHmac } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import {
  startWebhookReceiver,
  type WebhookReceiver,
} from "../webhooks/webhook-receiver.test-support.ts";
import { askFor, startSmallShop } from "./api-client.test-support.ts";

const TRIGGER = `[[extensions]]
name = "Tier changed"
type = "flow_trigger"
handle = "tier-changed"
uid = "9c6f1c2e-0000-4000-8000-000000000001"

[settings]
  [[settings.fields]]
  type = "customer_reference"

  [[settings.fields]]
  type = "single_line_text_field"
  key = "New tier"

  [[settings.fields]]
  type = "number_decimal"
  key = "Score"
  required = false
`;
const ACTION = `[[extensions]]
name = "Refresh"
type = "flow_action"
handle = "refresh"
runtime_url = "https://app.example.com/flow/refresh"

[settings]
  [[settings.fields]]
  type = "customer_reference"
`;

let folder: string;
let shop: SimulatedShop;
let receiver: WebhookReceiver;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "extensions-"));
  for (const [name, toml] of [
    ["tier-changed", TRIGGER],
    ["refresh", ACTION],
  ] as const) {
    await mkdir(path.join(folder, name));
    await writeFile(path.join(folder, name, "shopify.extension.toml"), toml);
  }
  receiver = await startWebhookReceiver();
  shop = await startSmallShop({ extensionsFolder: folder, appUrl: receiver.url });
});
afterAll(async () => {
  await shop.close();
  await receiver.close();
  await rm(folder, { recursive: true });
});

const RECEIVE =
  "mutation ($handle: String, $payload: JSON, $body: String) { flowTriggerReceive(handle: $handle, payload: $payload, body: $body) { userErrors { field message } } }";
const fits = { customer_id: 123, "New tier": "Core" };

describe("flowTriggerReceive", () => {
  test("notes a payload that fits the extension", async () => {
    expect(await askFor(shop, RECEIVE, { handle: "tier-changed", payload: fits })).toEqual({
      userErrors: [],
    });
    expect(shop.world.flowTriggers.at(-1)).toMatchObject({ handle: "tier-changed", payload: fits });
  });

  test.each([
    [
      { handle: "missing", payload: fits },
      "body",
      "Errors validating schema:\n  Invalid handle 'missing'.\n",
    ],
    [
      { handle: "tier-changed", payload: { Other: 1, customer_id: "x", Score: "high" } },
      "body",
      "Errors validating schema:\n  Invalid field: 'Other'.\n  Required field missing: 'New tier'.\n  Type error for field 'customer_id': x is not an Integer.\n  Type error for field 'Score': high is not a Number.\n",
    ],
    [
      { handle: "tier-changed", payload: { ...fits, "New tier": "x".repeat(50_000) } },
      "body",
      "Errors validating schema:\n  Properties size exceeds the limit of 50000 bytes.\n",
    ],
    [{ handle: "tier-changed" }, "handle", "`handle` and `payload` arguments are required"],
    [
      { handle: "tier-changed", payload: fits, body: "{}" },
      "body",
      "Cannot use `handle` and `payload` arguments with `body` argument",
    ],
    [
      { body: '{"properties":{}}' },
      "body",
      "Errors validating schema:\n  Required field missing: 'trigger_id'.\n",
    ],
    [
      { body: '{"trigger_id":"abc"}' },
      "body",
      "Errors validating schema:\n  Invalid trigger_id 'abc'.\n",
    ],
    [
      { body: "not json" },
      "body",
      "Errors validating schema:\n  unexpected token 'not' at line 1 column 1\n",
    ],
  ])("%j is refused and not noted", async (args, field, message) => {
    const before = shop.world.flowTriggers.length;
    expect(await askFor(shop, RECEIVE, args)).toEqual({
      userErrors: [{ field: [field], message }],
    });
    expect(shop.world.flowTriggers).toHaveLength(before);
  });
});

test("a Flow action is called at the app, signed, with its properties", async () => {
  const answer = await shop.runFlowAction({
    handle: "refresh",
    properties: { customer_id: 123 },
    actionRunId: "run-1",
  });
  expect(answer).toMatchObject({ actionRunId: "run-1", status: 200 });
  const [call] = await receiver.waitFor(1);
  expect(call?.path).toBe("/flow/refresh");
  expect(JSON.parse(call?.body ?? "")).toMatchObject({
    shopify_domain: shop.shop,
    action_run_id: "run-1",
    handle: "refresh",
    properties: { customer_id: 123 },
  });
  expect(call?.headers["x-shopify-hmac-sha256"]).toBe(
    createHmac("sha256", shop.clientSecret)
      .update(call?.body ?? "")
      .digest("base64"),
  );
  await expect(shop.runFlowAction({ handle: "none", properties: {} })).rejects.toThrow(
    /no Flow action/,
  );
});
