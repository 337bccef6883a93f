import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(shop.url + path, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-shopify-access-token": shop.accessToken,
      ...headers,
    },
    body,
  });
}

const PATH = "/admin/api/2026-07/graphql.json";
const MISSING = "Required parameter missing or invalid";
const SHOP_NAME = JSON.stringify({ query: "{ shop { name } }" });

describe("the endpoint", () => {
  test("a wrong token is 401, an unknown version 404, a body without a query 400", async () => {
    const wrongToken = await post(PATH, SHOP_NAME, { "x-shopify-access-token": "shpat_wrong" });
    expect(wrongToken.status).toBe(401);
    expect(await wrongToken.json()).toEqual({
      errors: "[API] Invalid API key or access token (unrecognized login or wrong password)",
    });
    expect((await post("/admin/api/2019-01/graphql.json", SHOP_NAME)).status).toBe(404);
    expect((await post(PATH, "{ not json")).status).toBe(400);
    expect((await post(PATH, "{}")).status).toBe(400);
  });

  test("every served version answers and says which it is", async () => {
    for (const version of ["2026-04", "2026-07", "2026-10"]) {
      const response = await post(`/admin/api/${version}/graphql.json`, SHOP_NAME);
      expect(response.headers.get("x-shopify-api-version")).toBe(version);
      expect(await response.json()).toMatchObject({ data: { shop: { name: "Echelon Demo" } } });
    }
  });

  test("a retired version, or none, falls forward to the oldest; what never was one is not found", async () => {
    for (const path of ["/admin/api/2024-10/graphql.json", "/admin/api/graphql.json"])
      expect((await post(path, SHOP_NAME)).headers.get("x-shopify-api-version")).toBe("2026-01");
    for (const version of ["2019-01", "2026-05", "2099-01", "nonsense"]) {
      const response = await post(`/admin/api/${version}/graphql.json`, SHOP_NAME);
      expect(response.status).toBe(404);
      expect(await response.json()).toEqual({ errors: "Not Found" });
    }
    expect((await fetch(shop.url + PATH)).status).toBe(404);
  });

  test("each answer has a request id of its own", async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await post(PATH, SHOP_NAME)).headers.get("x-request-id")),
    );
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}-\d+$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test.each([
    ["an empty body", "", { query: MISSING }],
    ["no JSON", "{ not json", "Bad Request"],
    ["an array", "[]", { query: MISSING }],
    ["a blank query", '{"query":" "}', { query: MISSING }],
    [
      "variables that are a list",
      '{"query":"{shop{name}}","variables":[]}',
      { variables: MISSING },
    ],
    [
      "variables that are a number",
      '{"query":"{shop{name}}","variables":1}',
      { variables: MISSING },
    ],
  ])("%s is a bad request", async (_what, body, errors) => {
    const response = await post(PATH, body);
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errors });
  });

  test("a bare document and a form are read, plain text is not", async () => {
    const asType = (contentType: string, body: string) =>
      post(PATH, body, { "content-type": contentType });
    for (const response of [
      await asType("application/graphql", "{ shop { name } }"),
      await asType("application/x-www-form-urlencoded", "query=%7Bshop%7Bname%7D%7D"),
    ])
      expect(await response.json()).toMatchObject({ data: { shop: { name: "Echelon Demo" } } });
    expect((await asType("text/plain", SHOP_NAME)).status).toBe(400);
  });

  test("a document too long or too deep is refused, a body too large is not read", async () => {
    const documents = [`{${"shop { name } ".repeat(20_000)}}`, "{a".repeat(15_000)];
    for (const query of documents) {
      const response = await post(PATH, JSON.stringify({ query }));
      expect(await response.json()).toEqual({
        errors: [
          { message: "This query is too large to execute.", extensions: { code: "PARSE_ERROR" } },
        ],
      });
    }
    expect((await post(PATH, " ".repeat(21 * 1024 * 1024))).status).toBe(413);
    expect((await post(PATH, SHOP_NAME)).status).toBe(200);
  });

  test("the shop says what it is and which scopes the app has", async () => {
    const query = `{ shop { myshopifyDomain currencyCode ianaTimezone plan { publicDisplayName } }
      currentAppInstallation { accessScopes { handle } } }`;
    const { data } = await ask(shop, query);
    expect(data?.["shop"]).toEqual({
      myshopifyDomain: "echelon-demo.myshopify.com",
      currencyCode: "GBP",
      ianaTimezone: "Europe/London",
      plan: { publicDisplayName: "Basic" },
    });
    expect(data?.["currentAppInstallation"]).toMatchObject({
      accessScopes: expect.arrayContaining([{ handle: "write_customers" }]) as unknown,
    });
  });

  test("of several operations one must be named", async () => {
    const query = "query First { shop { id } } query Second { shop { name } }";
    expect((await ask(shop, query)).errors).toEqual([{ message: "An operation name is required" }]);
    const unknown = await post(PATH, JSON.stringify({ query, operationName: "Missing" }));
    expect(await unknown.json()).toEqual({
      errors: [{ message: 'No operation named "Missing"' }],
    });
    const named = await post(PATH, JSON.stringify({ query, operationName: "Second" }));
    expect(await named.json()).toMatchObject({ data: { shop: { name: "Echelon Demo" } } });
  });

  test("a syntax error is told in graphql-ruby's words", async () => {
    expect((await ask(shop, "{ shop { name ")).errors).toEqual([
      {
        message: "syntax error, unexpected end of file at [1, 10]",
        locations: [{ line: 1, column: 10 }],
        extensions: { code: "PARSE_ERROR" },
      },
    ]);
  });
});

describe("variables", () => {
  test("a missing one, a wrong id and an undefined field are INVALID_VARIABLE with their problems", async () => {
    const byId = "query ($id: ID!) { customer(id: $id) { id } }";
    expect((await ask(shop, byId)).errors).toEqual([
      {
        message: "Variable $id of type ID! was provided invalid value",
        locations: [{ line: 1, column: 8 }],
        extensions: {
          code: "INVALID_VARIABLE",
          value: null,
          problems: [{ path: [], explanation: "Expected value to not be null" }],
        },
      },
    ]);
    expect((await ask(shop, byId, { id: "17" })).errors).toMatchObject([
      { extensions: { problems: [{ path: [], explanation: "Invalid global id '17'" }] } },
    ]);
    const set =
      "mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { message } } }";
    expect(
      (await ask(shop, set, { m: [{ ownerId: shop.url, key: "k", value: "v", nme: 1 }] })).errors,
    ).toMatchObject([
      {
        message:
          "Variable $m of type [MetafieldsSetInput!]! was provided invalid value for 0.nme (Field is not defined on MetafieldsSetInput)",
      },
    ]);
  });

  test("an array of 251 is too long for any argument; the request is charged and nothing done", async () => {
    const tags = Array.from({ length: 251 }, (_, index) => `t${index}`);
    const { errors, extensions } = await ask(
      shop,
      'mutation ($t: [String!]!) { tagsAdd(id: "gid://shopify/Customer/1", tags: $t) { userErrors { message } } }',
      { t: tags },
    );
    expect(errors).toMatchObject([
      {
        message: "The input array size of 251 is greater than the maximum allowed of 250.",
        path: ["tagsAdd", "tags"],
        extensions: { code: "MAX_INPUT_SIZE_EXCEEDED" },
      },
    ]);
    expect(extensions?.cost).toMatchObject({ requestedQueryCost: 10, actualQueryCost: null });
  });
});

describe("what the shop does not simulate", () => {
  test("a field without an answer fails by name, and nothing of its request is done", async () => {
    const [id] = shop.world.customers.keys();
    const { data, errors } = await ask(
      shop,
      `mutation { tagsAdd(id: "gid://shopify/Customer/${id}", tags: "x") { node { id ... on Customer { image { url } } } userErrors { message } } }`,
    );
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([
      { message: "The simulated shop does not answer Customer.image yet" },
    ]);
    expect([...shop.world.customers.values()].some((customer) => customer.tags.includes("x"))).toBe(
      false,
    );
  });

  test("a root field, too", async () => {
    expect((await ask(shop, "{ giftCards(first: 1) { nodes { id } } }")).errors).toMatchObject([
      { message: "The simulated shop does not answer QueryRoot.giftCards yet" },
    ]);
  });
});

describe("what only a simulated shop tells", () => {
  test("its clock stands at the end of the day asked for, in shop time", async () => {
    const clock = await fetch(`${shop.url}/clock`);
    expect(await clock.json()).toEqual({ now: "2026-06-30T22:59:59.000Z" });
  });

  test("its statistics count what it holds and what was asked", async () => {
    const before = shop.traffic.requestCount;
    await ask(shop, "{ customersCount { count } }");
    const stats: unknown = await (await fetch(`${shop.url}/stats`)).json();
    expect(stats).toMatchObject({
      customers: 30,
      orders: shop.world.orders.size,
      apiCalls: before + 1,
    });
  });

  test("its dump holds every customer, quoted where it must be", async () => {
    const [customer] = shop.world.customers.values();
    if (customer !== undefined) customer.tags = ['say "hi"', "vip"];
    const rows = (await (await fetch(`${shop.url}/dump.csv`)).text()).trimEnd().split("\n");
    expect(rows[0]).toBe("customer,tags");
    expect(rows).toHaveLength(31);
    expect(rows).toContain(`${customer?.email ?? ""},"say ""hi""|vip"`);
    expect(rows.slice(1)).toEqual(rows.slice(1).toSorted());
  });
});
