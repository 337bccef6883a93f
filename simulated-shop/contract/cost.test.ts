import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

test("an answer carries what it cost and what is left", async () => {
  const { extensions } = await ask(shop, "{ orders(first: 10) { nodes { id customer { id } } } }");
  expect(extensions?.cost).toMatchObject({ requestedQueryCost: 10, actualQueryCost: 10 });
  expect(extensions?.cost?.throttleStatus).toMatchObject({
    maximumAvailable: 2000,
    restoreRate: 100,
  });
});

test.each([
  [1, 3],
  [2, 3],
  [3, 4],
  [5, 5],
  [10, 6],
  [20, 7],
  [50, 9],
  [100, 11],
  [200, 12],
  [250, 13],
])("a list of %i ids asks for %i points, as captured", async (first, points) => {
  const { extensions } = await ask(shop, `{ orders(first: ${first}) { nodes { id } } }`);
  expect(extensions?.cost?.requestedQueryCost).toBe(points);
});

test.each([
  ["{ shop { name } }", 1],
  ["{ a: customersCount { count } b: ordersCount { count } }", 20],
  [
    "{ customers(first: 3) { edges { cursor node { id amountSpent { amount } defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } defaultAddress { city } } } pageInfo { endCursor } } }",
    8,
  ],
  [
    `{ customer(id: "gid://shopify/Customer/1") { defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } defaultAddress { city } } }`,
    3,
  ],
  [
    `{ customer(id: "gid://shopify/Customer/1") { addressesV2(first: 2) { nodes { city } edges { node { city } } } } }`,
    5,
  ],
  [
    `mutation { tagsAdd(id: "gid://shopify/Customer/1", tags: "x") { node { id } userErrors { message } } }`,
    10,
  ],
])("%s asks for %i points, as captured", async (query, points) => {
  expect((await ask(shop, query)).extensions?.cost?.requestedQueryCost).toBe(points);
});

test("a partly filled page is charged its share, a missing object nothing inside", async () => {
  const page = await ask(shop, `{ orders(first: 250, query: "name:1001") { nodes { id } } }`);
  expect(page.extensions?.cost).toMatchObject({ requestedQueryCost: 13, actualQueryCost: 3 });
  const missing = await ask(
    shop,
    `{ customer(id: "gid://shopify/Customer/1") { orders(first: 50) { nodes { id } } } }`,
  );
  expect(missing.extensions?.cost).toMatchObject({ requestedQueryCost: 10, actualQueryCost: 1 });
});

test("the debug header adds what each field costs", async () => {
  const response = await fetch(`${shop.url}/admin/api/2026-07/graphql.json`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-shopify-access-token": shop.accessToken,
      "Shopify-GraphQL-Cost-Debug": "1",
    },
    body: JSON.stringify({ query: "{ customers(first: 250) { nodes { id } } }" }),
  });
  expect(await response.json()).toMatchObject({
    extensions: {
      cost: {
        requestedQueryCost: 13,
        fields: [
          {
            path: ["customers", "nodes", "id"],
            definedCost: 0,
            requestedTotalCost: 0,
            requestedChildrenCost: null,
          },
          {
            path: ["customers", "nodes"],
            definedCost: 1,
            requestedTotalCost: 1,
            requestedChildrenCost: 0,
          },
          {
            path: ["customers"],
            definedCost: null,
            requestedTotalCost: 13,
            requestedChildrenCost: 1,
          },
        ],
      },
    },
  });
});

test.each([
  ["standard", 2_000, 100],
  ["advanced", 4_000, 200],
  ["plus", 20_000, 1_000],
] as const)("the plan %s holds %i points and restores %i a second", async (plan, maximum, rate) => {
  const other = await startSmallShop({ plan });
  try {
    const { extensions } = await ask(other, "{ shop { name } }");
    // The point may have been restored already: Plus restores one in a millisecond.
    expect([maximum - 1, maximum]).toContain(extensions?.cost?.throttleStatus.currentlyAvailable);
    expect(extensions?.cost?.throttleStatus).toMatchObject({
      maximumAvailable: maximum,
      restoreRate: rate,
    });
  } finally {
    await other.close();
  }
});

test("a query above 1,000 points is refused without costing anything", async () => {
  const nested =
    "orders(first: 250) { nodes { id lineItems(first: 250) { nodes { id product { id } variant { id } } } customer { id orders(first: 250) { nodes { id customer { id } refunds { id } } } } } }";
  const { data, errors } = await ask(shop, `{ a: ${nested} b: ${nested} }`);
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code: "MAX_COST_EXCEEDED", maxCost: 1000 } }]);
});

test("an empty bucket throttles with HTTP 200, tells what is missing, and refills with time", async () => {
  const counts = Array.from({ length: 99 }, (_, index) => `c${index}: ordersCount { count }`).join(
    " ",
  );
  let answer = await ask(shop, `{ ${counts} }`);
  for (let round = 0; round < 4 && answer.errors === undefined; round += 1)
    answer = await ask(shop, `{ ${counts} }`);
  expect(answer.errors).toEqual([
    {
      message: "Throttled",
      extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
    },
  ]);
  const cost = answer.extensions?.cost;
  expect(cost).toMatchObject({ requestedQueryCost: 990, actualQueryCost: null });
  expect(cost?.throttleStatus.currentlyAvailable).toBeLessThan(990);
  // A cheap query still passes: the bucket is low, not closed.
  expect((await ask(shop, "{ shop { name } }")).errors).toBeUndefined();
});
