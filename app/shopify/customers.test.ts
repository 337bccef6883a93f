import { afterEach, describe, expect, test } from "vitest";
import { findCustomers } from "./find-customers.ts";
import { readCustomerNames } from "./read-customer-names.ts";
import {
  graphqlAnswer,
  startScriptedShopify,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

describe("names", () => {
  test("are null for customers who are gone and for names the app is not approved for", async () => {
    const nodes = [
      { __typename: "Customer", id: "gid://shopify/Customer/1", displayName: "Jane Doe" },
      null,
      { __typename: "Customer", id: "gid://shopify/Customer/3", displayName: null },
    ];
    const errors = [
      {
        message: "This app is not approved to access the displayName field.",
        path: ["nodes", 2, "displayName"],
      },
    ];
    shopify = await startScriptedShopify(() => graphqlAnswer({ data: { nodes }, errors }));
    expect([...(await readCustomerNames(shopify.admin, [1n, 2n, 3n]))]).toEqual([
      [1n, "Jane Doe"],
      [2n, null],
      [3n, null],
    ]);
  });
});

describe("searching", () => {
  test.each([
    ["Jane DOE", "(jane OR jane*) (doe OR doe*)"],
    ["jane@example.com", "(jane@example.com OR jane@example.com*)"],
    ["tag:vip OR -x", "(tag OR tag*) (vip OR vip*) (or OR or*) (x OR x*)"],
    ['O"Brien (', "(o OR o*) (brien OR brien*)"],
  ])("for %s is for its words, never for search syntax", async (text, query) => {
    const nodes = [{ id: "gid://shopify/Customer/5" }];
    shopify = await startScriptedShopify(() => graphqlAnswer({ data: { customers: { nodes } } }));
    expect(await findCustomers(shopify.admin, text)).toEqual([5n]);
    expect(shopify.sentVariables()["query"]).toBe(query);
  });

  test("for signs alone finds nobody, rather than everybody", async () => {
    shopify = await startScriptedShopify(() => ({ status: 500 }));
    expect(await findCustomers(shopify.admin, ' * "')).toEqual([]);
    expect(shopify.received).toEqual([]);
  });
});
