import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

async function errorsOf(query: string, variables: Record<string, unknown> = {}) {
  return (await ask(shop, query, variables)).errors;
}

describe("errors in a document", () => {
  test("an unknown argument is pointed at itself and leaves its variable unused", async () => {
    const query = `mutation Run($query: String!, $who: String) {
  bulkOperationRunQuery(query: $query, who: $who) { userErrors { message } }
}`;
    expect(await errorsOf(query, { query: "{ shop { id } }" })).toMatchObject([
      {
        message: "Field 'bulkOperationRunQuery' doesn't accept argument 'who'",
        locations: [{ line: 2, column: 40 }],
        path: ["mutation Run", "bulkOperationRunQuery", "who"],
      },
      { message: "Variable $who is declared by Run but not used" },
    ]);
  });

  test("inside an input object the path leads through the argument", async () => {
    expect(
      await errorsOf(
        `mutation Add($tag: String) { customerUpdate(input: { label: $tag }) { userErrors { message } } }`,
      ),
    ).toMatchObject([
      {
        message: "InputObject 'CustomerInput' doesn't accept argument 'label'",
        path: ["mutation Add", "customerUpdate", "input", "label"],
      },
      { message: "Variable $tag is declared by Add but not used" },
    ]);
    expect(
      await errorsOf(
        `mutation { metafieldsSet(metafields: [{ key: "a", value: "b" }]) { userErrors { message } } }`,
      ),
    ).toMatchObject([
      {
        message:
          "Argument 'ownerId' on InputObject 'MetafieldsSetInput' is required. Expected type ID!",
        path: ["mutation", "metafieldsSet", "metafields", "ownerId"],
      },
    ]);
  });

  test("a malformed id in a list is named", async () => {
    expect(
      await errorsOf(
        `query Two { nodes(ids: ["gid://shopify/Order/1", "gid://shopify/Order"]) { id } }`,
      ),
    ).toMatchObject([
      { message: "Invalid global id 'gid://shopify/Order'", path: ["query Two", "nodes", "ids"] },
    ]);
  });

  test("two kinds of object may answer one name with different types", async () => {
    const query = `{ nodes(ids: []) { ... on Order { note } ... on Segment { note: creationDate } ... on Customer { email: tags } ... on Order { email } } }`;
    expect(await errorsOf(query)).toBeUndefined();
  });
});

describe("errors of a request as a whole", () => {
  test("bulkOperations without a page tells of itself, other lists of their rows", async () => {
    expect(await errorsOf("{ bulkOperations { nodes { id } } }")).toMatchObject([
      { message: "you must provide one of first or last", path: ["bulkOperations"] },
    ]);
    expect(await errorsOf("{ customers { nodes { id } } }")).toMatchObject([
      { message: "you must provide one of first or last", path: ["customers", "nodes"] },
    ]);
  });

  test("an unknown search for members is Shopify's internal error", async () => {
    const id = "gid://shopify/CustomerSegmentMembersQuery/999999999999";
    expect(
      await errorsOf(`query ($id: ID!) { customerSegmentMembersQuery(id: $id) { done } }`, { id }),
    ).toMatchObject([
      { message: "Something went wrong", extensions: { code: "INTERNAL_SERVER_ERROR" } },
    ]);
  });
});

describe("discounts that contradict themselves are bad requests", () => {
  const CREATE = `mutation ($input: DiscountCodeBasicInput!) {
    discountCodeBasicCreate(basicCodeDiscount: $input) { userErrors { message } } }`;
  const basic = {
    title: "T",
    code: "CONTRADICTION",
    startsAt: "2026-05-05T00:00:00Z",
    context: { all: "ALL" },
    customerGets: { value: { percentage: 0.1 }, items: { all: true } },
  };

  test.each([
    [
      "A discount can only have one of percentage, discountOnQuantity or discountAmount.",
      { value: { percentage: 0.1, discountAmount: { amount: "1" } }, items: { all: true } },
    ],
    [
      "The same Collection id is present in both 'add' and 'remove' fields",
      {
        value: { percentage: 0.1 },
        items: {
          collections: {
            add: ["gid://shopify/Collection/1"],
            remove: ["gid://shopify/Collection/1"],
          },
        },
      },
    ],
  ])("%s", async (message, customerGets) => {
    expect(await errorsOf(CREATE, { input: { ...basic, customerGets } })).toMatchObject([
      { message, path: ["discountCodeBasicCreate"], extensions: { code: "BAD_REQUEST" } },
    ]);
  });

  test("everybody and a segment at once", async () => {
    const customerSelection = {
      all: true,
      customerSegments: { add: ["gid://shopify/Segment/1"] },
    };
    const { context: _context, ...input } = basic;
    expect(await errorsOf(CREATE, { input: { ...input, customerSelection } })).toMatchObject([
      {
        message:
          "A discount cannot have customerSelection set to all, when customerSegments is specified.",
        extensions: { code: "BAD_REQUEST" },
      },
    ]);
  });

  test("a country to add and to remove", async () => {
    const { customerGets: _gets, ...input } = basic;
    const destination = { countries: { add: ["US"], remove: ["US"] } };
    expect(
      await errorsOf(
        `mutation ($input: DiscountCodeFreeShippingInput!) {
          discountCodeFreeShippingCreate(freeShippingCodeDiscount: $input) { userErrors { message } } }`,
        { input: { ...input, destination } },
      ),
    ).toMatchObject([
      {
        message: "A country code is present in `add` and `remove` field",
        extensions: { code: "BAD_REQUEST" },
      },
    ]);
  });
});
