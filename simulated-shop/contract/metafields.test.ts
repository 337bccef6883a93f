import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

// Words and shapes as captured from a real shop.

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const SET = `mutation ($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) {
  metafields { namespace key type value jsonValue } userErrors { field message code elementIndex } } }`;

async function set(...entries: { key?: string; type?: string; value: string }[]) {
  const m = entries.map((entry) => ({
    ownerId: customerGid(shop, 9),
    namespace: "loyalty",
    key: "a_key",
    ...entry,
  }));
  return (await askFor(shop, SET, { m })) as {
    metafields: { value: string; jsonValue: unknown }[];
    userErrors: { message: string; field: string[]; code: string; elementIndex: number | null }[];
  };
}

describe("values", () => {
  test.each([
    ["boolean", " TRUE ", "true", true],
    ["number_integer", "5.0", "5", 5],
    ["number_decimal", "1.1234567891", "1.123456789", "1.123456789"],
    ["date_time", "2024-01-01T12:30:00", "2024-01-01T12:30:00+00:00", "2024-01-01T12:30:00+00:00"],
    [
      "date_time",
      "2026-06-25T10:11:12.123+05:30",
      "2026-06-25T10:11:12+05:30",
      "2026-06-25T10:11:12+05:30",
    ],
    [
      "rating",
      '{"value":"3.5","scale_min":"1.0","scale_max":"5.0"}',
      '{"scale_min":"1.0","scale_max":"5.0","value":"3.5"}',
      { scale_min: "1.0", scale_max: "5.0", value: "3.5" },
    ],
    [
      "weight",
      '{"value":2,"unit":"kg"}',
      '{"value":2.0,"unit":"KILOGRAMS"}',
      { value: 2, unit: "KILOGRAMS" },
    ],
    ["list.number_decimal", "[10.4]", '["10.4"]', ["10.4"]],
    ["list.single_line_text_field", '["a","b"]', '["a","b"]', ["a", "b"]],
    [
      "money",
      '{"amount":"5.99","currency_code":"GBP"}',
      '{"amount":"5.99","currency_code":"GBP"}',
      { amount: "5.99", currency_code: "GBP" },
    ],
  ])("%s %s is kept as %s", async (type, value, stored, jsonValue) => {
    expect(await set({ key: type.replace(".", "_"), type, value })).toMatchObject({
      metafields: [{ value: stored, jsonValue }],
      userErrors: [],
    });
  });

  test.each([
    ["number_integer", "+5", "Value must be an integer."],
    ["number_decimal", "10000000000000.1", "Value can't exceed 9999999999999."],
    ["boolean", "yes", "Value must be true or false."],
    ["color", "blue", "Value must be a hex color code."],
    ["date", "2026/06/21", "Value must be in YYYY-MM-DD format."],
    ["json", "{nope", "Value is invalid JSON: expected object key, got 'nope' at line 1 column 2."],
    ["single_line_text_field", "two\nlines", "Value must be a single line text string."],
    ["multi_line_text_field", "  ", "Value can't be blank."],
    [
      "url",
      "ftp://x",
      "Value must be one of the following URL schemes: http, https, mailto, sms, tel.",
    ],
    [
      "url",
      "example.com",
      `Value cannot have an empty scheme (protocol), must include one of the following URL schemes: ["http", "https", "mailto", "sms", "tel"].'`,
    ],
    [
      "money",
      '{"amount":"1.00","currency_code":"ZZZ"}',
      "Value contains an invalid currency, ZZZ.",
    ],
    ["money", '{"amount":"abc","currency_code":"USD"}', "Value must have a numeric amount."],
    ["weight", '{"value":1,"unit":"bogus"}', "Value must be a supported unit."],
    ["dimension", '{"value":-1,"unit":"cm"}', "Value must be a non-negative number."],
    ["link", '{"label":"Docs","url":"ftp://example.com"}', "Value must be a valid link."],
    [
      "rating",
      '{"value":"6.0","scale_min":"1.0","scale_max":"5.0"}',
      "Value has a maximum of 5.0.",
    ],
    [
      "product_reference",
      "gid://shopify/Product/999999998",
      "Value references non-existent resource gid://shopify/Product/999999998.",
    ],
    [
      "list.single_line_text_field",
      JSON.stringify(Array.from({ length: 129 }, (_, index) => `item-${index}`)),
      "Value has more than 128 elements.",
    ],
  ])("%s does not take %s", async (type, value, message) => {
    expect(await set({ type, value })).toEqual({
      metafields: [],
      userErrors: [
        { field: ["metafields", "0", "value"], message, code: "INVALID_VALUE", elementIndex: null },
      ],
    });
  });

  test("a wrong element of a list is named by its place", async () => {
    const { userErrors } = await set({ type: "list.number_integer", value: '[1,"x"]' });
    expect(userErrors).toMatchObject([{ message: "Value must be an integer.", elementIndex: 1 }]);
  });

  test("an unknown type is told with all there are, a missing one is blank", async () => {
    const { userErrors } = await set({ type: "totally_made_up", value: "x" }, { value: "x" });
    expect(userErrors).toMatchObject([
      {
        field: ["metafields", "0", "type"],
        message: expect.stringMatching(
          /^Type must be one of the following: antenna_gain, area, .*date_time, date, .*list\.order_reference\.$/,
        ) as unknown,
      },
      { field: ["metafields", "1", "type"], message: "Type can't be blank", code: "BLANK" },
    ]);
  });

  test("two entries for one metafield are both written, the last one stays", async () => {
    const type = "single_line_text_field";
    const { metafields } = await set(
      { key: "twice", type, value: "one" },
      { key: "twice", type, value: "two" },
    );
    expect(metafields.map(({ value }) => value)).toEqual(["one", "two"]);
    expect(
      await askFor(
        shop,
        `query ($id: ID!) { customer(id: $id) { metafield(namespace: "loyalty", key: "twice") { value } } }`,
        { id: customerGid(shop, 9) },
      ),
    ).toEqual({ metafield: { value: "two" } });
  });

  test("metafields asked for by full key come back with full keys; a bare key names nothing", async () => {
    await set({ key: "full", type: "single_line_text_field", value: "x" });
    const KEYS = `query ($id: ID!, $keys: [String!]) { customer(id: $id) { metafields(first: 5, keys: $keys) { nodes { namespace key } } } }`;
    const id = customerGid(shop, 9);
    expect(await askFor(shop, KEYS, { id, keys: ["loyalty.full"] })).toEqual({
      metafields: { nodes: [{ namespace: "loyalty", key: "loyalty.full" }] },
    });
    expect(await askFor(shop, KEYS, { id, keys: ["full"] })).toEqual({ metafields: { nodes: [] } });
  });

  test("products and the shop have metafields as well, and a reference is followed", async () => {
    const [product] = shop.world.products.keys();
    const productId = `gid://shopify/Product/${product}`;
    const m = [
      { ownerId: productId, namespace: "custom", key: "best_buyer", type: "customer_reference" },
      {
        ownerId: `gid://shopify/Shop/${shop.world.shop.id}`,
        namespace: "custom",
        key: "best_buyer",
        type: "customer_reference",
      },
    ].map((entry) => ({ ...entry, value: customerGid(shop) }));
    expect(await askFor(shop, SET, { m })).toMatchObject({ userErrors: [] });
    const BUYER = `metafield(namespace: "custom", key: "best_buyer") { ownerType reference { ... on Customer { id } } }`;
    for (const [query, ownerType] of [
      [`{ product(id: "${productId}") { ${BUYER} } }`, "PRODUCT"],
      [`{ shop { ${BUYER} } }`, "SHOP"],
    ] as const)
      expect(await askFor(shop, query)).toEqual({
        metafield: { ownerType, reference: { id: customerGid(shop) } },
      });
  });
});

test("compare-and-set: a missing metafield has no valid digest, an unchanged one is never stale", async () => {
  const entry = {
    ownerId: customerGid(shop, 10),
    namespace: "loyalty",
    key: "tier",
    type: "single_line_text_field",
  };
  const compareDigest = "0".repeat(64);
  expect(await askFor(shop, SET, { m: [{ ...entry, value: "x", compareDigest }] })).toMatchObject({
    metafields: [],
    userErrors: [
      {
        field: ["metafields", "0"],
        message: "Invalid `compareDigest` value.",
        code: "INVALID_COMPARE_DIGEST",
      },
    ],
  });
  await askFor(shop, SET, { m: [{ ...entry, value: "x" }] });
  expect(await askFor(shop, SET, { m: [{ ...entry, value: "x", compareDigest }] })).toMatchObject({
    metafields: [{ value: "x" }],
    userErrors: [],
  });
});

test("another app's metafields are not deleted, nor are those beside them", async () => {
  const identifier = { ownerId: customerGid(shop, 10), namespace: "loyalty", key: "tier" };
  const DELETE = `mutation ($m: [MetafieldIdentifierInput!]!) { metafieldsDelete(metafields: $m) { deletedMetafields { key } userErrors { field message } } }`;
  expect(
    await askFor(shop, DELETE, { m: [identifier, { ...identifier, namespace: "app--999--x" }] }),
  ).toEqual({
    deletedMetafields: [],
    userErrors: [
      {
        field: ["metafields"],
        message:
          "Access to this namespace and key on Metafields for this resource type is not allowed.",
      },
    ],
  });
  expect(await askFor(shop, DELETE, { m: [identifier] })).toMatchObject({
    deletedMetafields: [{ key: "tier" }],
  });
});
