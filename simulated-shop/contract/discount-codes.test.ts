import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gidOf } from "../world/gid.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
let productIds: string[];
beforeAll(async () => {
  shop = await startSmallShop();
  productIds = [...shop.world.products.keys()].slice(0, 2).map((id) => gidOf("Product", id));
});
afterAll(() => shop.close());

const FIELDS = `__typename ... on DiscountCodeBasic { title status summary shortSummary usageLimit appliesOncePerCustomer asyncUsageCount discountClasses codesCount { count } codes(first: 5) { nodes { id code } } startsAt endsAt customerGets { items { __typename ... on DiscountProducts { products(first: 5) { nodes { id } } } } } }
  ... on DiscountCodeFreeShipping { summary discountClasses destinationSelection { __typename } maximumShippingPrice { amount } }
  ... on DiscountCodeBxgy { summary discountClasses customerBuys { value { ... on DiscountQuantity { quantity } } } customerGets { value { ... on DiscountOnQuantity { quantity { quantity } effect { ... on DiscountPercentage { percentage } } } } } }`;
const ERRORS = "userErrors { field message code }";
const BASIC = `mutation ($d: DiscountCodeBasicInput!) { discountCodeBasicCreate(basicCodeDiscount: $d) { codeDiscountNode { id codeDiscount { ${FIELDS} } } ${ERRORS} } }`;
const UPDATE = `mutation ($id: ID!, $d: DiscountCodeBasicInput!) { discountCodeBasicUpdate(id: $id, basicCodeDiscount: $d) { codeDiscountNode { codeDiscount { ${FIELDS} } } ${ERRORS} } }`;

let made = 0;
function basic(overrides: object = {}): Record<string, unknown> {
  made += 1;
  return {
    title: `Ten off ${made}`,
    code: `TEN${made}`,
    startsAt: "2026-01-01T00:00:00Z",
    context: { all: "ALL" },
    customerGets: { value: { percentage: 0.1 }, items: { all: true } },
    ...overrides,
  };
}

async function create(overrides: object = {}): Promise<{ id: string; code: string }> {
  const d = basic(overrides);
  const answer = (await askFor(shop, BASIC, { d })) as { codeDiscountNode: { id: string } | null };
  if (answer.codeDiscountNode === null) throw new Error(JSON.stringify(answer));
  return { id: answer.codeDiscountNode.id, code: String(d["code"]) };
}

describe("a code discount", () => {
  test("is found by its code in any case and says what it does", async () => {
    const { id, code } = await create({
      usageLimit: 5,
      appliesOncePerCustomer: true,
      minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: "20.00" } },
    });
    expect(
      await askFor(
        shop,
        `{ codeDiscountNodeByCode(code: "${code.toLowerCase()}") { id codeDiscount { ${FIELDS} } } }`,
      ),
    ).toMatchObject({
      id,
      codeDiscount: {
        __typename: "DiscountCodeBasic",
        status: "ACTIVE",
        summary: "10% off entire order • Minimum purchase of £20.00 • One use per customer",
        shortSummary: "10% off entire order",
        usageLimit: 5,
        asyncUsageCount: 0,
        discountClasses: ["ORDER"],
        codesCount: { count: 1 },
        codes: { nodes: [{ code }] },
      },
    });
    expect(await askFor(shop, `{ codeDiscountNodeByCode(code: "NONE") { id } }`)).toBeNull();
  });

  test("of products is a product discount", async () => {
    const { id } = await create({
      customerGets: {
        value: { percentage: 0.1 },
        items: { products: { productsToAdd: productIds } },
      },
    });
    expect(
      await askFor(shop, `{ codeDiscountNode(id: "${id}") { codeDiscount { ${FIELDS} } } }`),
    ).toMatchObject({
      codeDiscount: {
        discountClasses: ["PRODUCT"],
        summary: "10% off 2 products",
        customerGets: {
          items: { products: { nodes: productIds.map((productId) => ({ id: productId })) } },
        },
      },
    });
  });

  test("of free shipping and of buy-X-get-Y say what they do", async () => {
    const shipping = `mutation ($d: DiscountCodeFreeShippingInput!) { discountCodeFreeShippingCreate(freeShippingCodeDiscount: $d) { codeDiscountNode { codeDiscount { ${FIELDS} } } ${ERRORS} } }`;
    const { customerGets: _gets, ...rest } = basic();
    expect(
      await askFor(shop, shipping, {
        d: { ...rest, maximumShippingPrice: "20.00", destination: { all: true } },
      }),
    ).toMatchObject({
      codeDiscountNode: {
        codeDiscount: {
          __typename: "DiscountCodeFreeShipping",
          summary:
            "Free shipping on all products • For all countries • Applies to shipping rates under £20.00",
          discountClasses: ["SHIPPING"],
        },
      },
      userErrors: [],
    });
    const bxgy = `mutation ($d: DiscountCodeBxgyInput!) { discountCodeBxgyCreate(bxgyCodeDiscount: $d) { codeDiscountNode { codeDiscount { ${FIELDS} } } ${ERRORS} } }`;
    const items = { products: { productsToAdd: productIds } };
    const d = {
      ...basic(),
      customerBuys: { value: { quantity: "2" }, items },
      customerGets: {
        value: { discountOnQuantity: { quantity: "1", effect: { percentage: 1 } } },
        items,
      },
    };
    expect(await askFor(shop, bxgy, { d })).toMatchObject({
      codeDiscountNode: {
        codeDiscount: { summary: "Buy 2 items, get 1 item free", discountClasses: ["PRODUCT"] },
      },
      userErrors: [],
    });
    expect(await askFor(shop, bxgy, { d: { ...basic(), usesPerOrderLimit: 0 } })).toMatchObject({
      userErrors: [
        { message: "Only discountOnQuantity permitted with bxgy discounts." },
        { message: "Quantity cannot be blank." },
        { message: "Items in 'customer buys' must be defined" },
        { message: "Items in 'customer get' cannot be set to all" },
        { message: "Allocation limit cannot be zero", code: "VALUE_OUTSIDE_RANGE" },
      ],
    });
  });

  test.each([
    [{ code: undefined }, "code", "Code can't be blank", "BLANK"],
    [{ code: "" }, "code", "Code is too short (minimum is 1 character)", "TOO_SHORT"],
    [{ code: "A\nB" }, "code", "Code cannot contain newline characters.", "INVALID"],
    [{ code: "x".repeat(256) }, "code", "Code is too long (maximum is 255 characters)", "TOO_LONG"],
    [{ title: "" }, "title", "Title can't be blank", "BLANK"],
    [{ startsAt: null }, "startsAt", "Starts at can't be blank", "BLANK"],
    [
      { endsAt: "2025-01-01T00:00:00Z" },
      "endsAt",
      "Ends at needs to be after starts_at",
      "INVALID",
    ],
    [{ usageLimit: 0 }, "usageLimit", "Usage limit must be greater than 0", "GREATER_THAN"],
    [
      { customerSelection: { all: true } },
      "context",
      "Only one of context or customerSelection can be provided.",
      "INVALID",
    ],
    [
      { customerGets: { value: { percentage: 1.5 }, items: { all: true } } },
      "customerGets.value.percentage",
      "Value must be between 0.0 and 1.0",
      "VALUE_OUTSIDE_RANGE",
    ],
    [
      { customerGets: { value: { discountAmount: { amount: "-1" } }, items: { all: true } } },
      "customerGets.value.discountAmount.amount",
      "Value must be less than or equal to 0",
      "LESS_THAN_OR_EQUAL_TO",
    ],
    [
      {
        customerGets: {
          value: { percentage: 0.1 },
          items: { products: { productsToAdd: ["gid://shopify/Product/9"] } },
        },
      },
      "customerGets.items.products.productsToAdd",
      "Product with id: 9 is invalid",
      "INVALID",
    ],
  ])("%j is refused", async (overrides, path, message, code) => {
    expect(await askFor(shop, BASIC, { d: basic(overrides) })).toEqual({
      codeDiscountNode: null,
      userErrors: [{ field: ["basicCodeDiscount", ...path.split(".")], message, code }],
    });
  });

  test("a code that is taken is refused, in any case", async () => {
    const { code } = await create();
    expect(await askFor(shop, BASIC, { d: basic({ code: code.toLowerCase() }) })).toMatchObject({
      userErrors: [{ message: "Code must be unique. Please try a different code.", code: "TAKEN" }],
    });
  });

  test("activating, deactivating, deleting; unknown ids are named by sort", async () => {
    const { id } = await create({ startsAt: "2030-01-01T00:00:00Z" });
    const change = (name: string) =>
      `mutation ($id: ID!) { ${name}(id: $id) { codeDiscountNode { codeDiscount { ${FIELDS} } } ${ERRORS} } }`;
    expect(await askFor(shop, change("discountCodeDeactivate"), { id })).toMatchObject({
      codeDiscountNode: { codeDiscount: { status: "EXPIRED" } },
    });
    expect(await askFor(shop, change("discountCodeActivate"), { id })).toMatchObject({
      codeDiscountNode: { codeDiscount: { status: "ACTIVE", endsAt: null } },
    });
    const DELETE = `mutation ($id: ID!) { discountCodeDelete(id: $id) { deletedCodeDiscountId ${ERRORS} } }`;
    expect(await askFor(shop, DELETE, { id })).toMatchObject({ deletedCodeDiscountId: id });
    expect(await askFor(shop, DELETE, { id })).toMatchObject({
      userErrors: [{ field: ["id"], message: "Code discount does not exist.", code: "INVALID" }],
    });
  });

  test("more codes come in bulk, and then its code cannot be changed", async () => {
    const { id, code } = await create();
    const ADD = `mutation ($id: ID!, $codes: [DiscountRedeemCodeInput!]!) { discountRedeemCodeBulkAdd(discountId: $id, codes: $codes) { bulkCreation { id done codesCount importedCount } ${ERRORS} } }`;
    const answer = (await askFor(shop, ADD, {
      id,
      codes: [{ code: "BULK-1" }, { code: "BULK-2" }, { code: code.toLowerCase() }],
    })) as { bulkCreation: { id: string } };
    expect(answer).toMatchObject({
      bulkCreation: { done: false, codesCount: 3, importedCount: 0 },
      userErrors: [],
    });
    expect(
      await askFor(
        shop,
        `{ discountRedeemCodeBulkCreation(id: "${answer.bulkCreation.id}") { done importedCount failedCount codes(first: 5) { nodes { code errors { code } } } } }`,
      ),
    ).toMatchObject({
      done: true,
      importedCount: 2,
      failedCount: 1,
      codes: { nodes: [{ errors: [] }, { errors: [] }, { errors: [{ code: "TAKEN" }] }] },
    });
    expect(await askFor(shop, `{ codeDiscountNodeByCode(code: "bulk-2") { id } }`)).toEqual({ id });
    expect(await askFor(shop, UPDATE, { id, d: { code: "NEW" } })).toMatchObject({
      userErrors: [
        { field: ["id"], message: "Cannot update the code of a bulk discount.", code: null },
      ],
    });
  });

  test("bulk changes take ids or a search, one of them", async () => {
    const { id } = await create({ title: "Bulk me" });
    const bulk = (args: string) =>
      `mutation { discountCodeBulkDeactivate${args} { job { done } ${ERRORS} } }`;
    expect(await askFor(shop, bulk(`(search: "title:'Bulk me'")`))).toMatchObject({
      job: { done: false },
      userErrors: [],
    });
    expect(
      await askFor(shop, `{ codeDiscountNode(id: "${id}") { codeDiscount { ${FIELDS} } } }`),
    ).toMatchObject({ codeDiscount: { status: "EXPIRED" } });
    expect(await askFor(shop, bulk(""))).toMatchObject({
      job: null,
      userErrors: [{ field: null, code: "MISSING_ARGUMENT" }],
    });
    expect(await askFor(shop, bulk(`(ids: ["${id}"], search: "x")`))).toMatchObject({
      userErrors: [{ code: "TOO_MANY_ARGUMENTS" }],
    });
    expect(await askFor(shop, bulk(`(search: "frobnicate:1")`))).toMatchObject({
      userErrors: [
        {
          field: ["search"],
          message: "Invalid search field(s): frobnicate. Check the query syntax.",
        },
      ],
    });
  });

  test("lists of code, automatic and all discounts keep to their sort and filters", async () => {
    const { id } = await create({ title: "Only me" });
    const nodes = (name: string, query: string) =>
      askFor(shop, `{ ${name}(first: 50, query: "${query}") { nodes { id } } }`);
    expect(await nodes("codeDiscountNodes", "title:'Only me'")).toEqual({ nodes: [{ id }] });
    expect(await nodes("automaticDiscountNodes", "title:'Only me'")).toEqual({ nodes: [] });
    expect(await nodes("discountNodes", "method:code title:'Only me' status:active")).toEqual({
      nodes: [{ id }],
    });
  });

  test("an id both added and removed is an error of the whole field", async () => {
    const customer = gidOf("Customer", [...shop.world.customers.keys()][0] ?? 0);
    const { errors } = await ask(shop, BASIC, {
      d: basic({ context: { customers: { add: [customer], remove: [customer] } } }),
    });
    expect(errors).toMatchObject([
      { message: "A customer id is present in `add` and `remove` fields" },
    ]);
  });
});
