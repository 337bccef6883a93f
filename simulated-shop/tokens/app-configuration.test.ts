import { expect, test } from "vitest";
import { parseAppConfiguration, readAppConfiguration } from "./app-configuration.ts";

const TOML = `
name = "My App"
[access_scopes]
scopes = "read_orders, write_customers"
[webhooks]
api_version = "2026-07"
  [[webhooks.subscriptions]]
  topics = ["orders/create", "orders/updated"]
  uri = "/webhooks/orders"
  [[webhooks.subscriptions]]
  compliance_topics = ["shop/redact"]
  uri = "https://elsewhere.example/webhooks"
  include_fields = ["id", "updated_at"]
  name = "redact"
`;

test("scopes and one subscription per topic are read", () => {
  expect(parseAppConfiguration(TOML)).toEqual({
    name: "My App",
    handle: "my-app",
    scopes: ["read_orders", "write_customers"],
    webhookApiVersion: "2026-07",
    webhookSubscriptions: [
      { topic: "orders/create", uri: "/webhooks/orders", name: null, includeFields: null },
      { topic: "orders/updated", uri: "/webhooks/orders", name: null, includeFields: null },
      {
        topic: "shop/redact",
        uri: "https://elsewhere.example/webhooks",
        name: "redact",
        includeFields: ["id", "updated_at"],
      },
    ],
  });
});

test("a declared handle is kept", () => {
  expect(parseAppConfiguration(`name = "My App"\nhandle = "echelon"`).handle).toBe("echelon");
});

test("an unreadable file is an error that names it", () => {
  expect(() => readAppConfiguration("no-such.toml")).toThrow(/no-such\.toml cannot be read/);
});
