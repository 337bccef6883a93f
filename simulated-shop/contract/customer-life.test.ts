import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { placeOrder } from "../world/place-order.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const CREATE =
  "mutation ($input: CustomerInput!) { customerCreate(input: $input) { customer { id email displayName tags note numberOfOrders defaultEmailAddress { emailAddress } } userErrors { field message } } }";
const DELETE =
  "mutation ($id: ID!) { customerDelete(input: {id: $id}) { deletedCustomerId shop { name } userErrors { field message } } }";

async function create(input: object): Promise<string> {
  const answer = (await askFor(shop, CREATE, { input })) as { customer: { id: string } | null };
  if (answer.customer === null) throw new Error(JSON.stringify(answer));
  return answer.customer.id;
}

function buy(id: string): void {
  const customer = shop.world.customers.get(Number(id.split("/").at(-1)));
  const [product] = shop.world.products.values();
  if (customer === undefined || product === undefined) throw new Error("nobody or nothing");
  placeOrder(shop.world, {
    customer,
    lineItems: [{ product, quantity: 1, unitPriceMinor: 1000, discountMinor: 0 }],
  });
}

describe("customerCreate and customerDelete", () => {
  test("a new customer has normal tags, no orders, and is found by its e-mail", async () => {
    expect(
      await askFor(shop, CREATE, {
        input: { email: "Ada@EXAMPLE.com", firstName: "Ada", tags: ["b, a", "A"], note: "n" },
      }),
    ).toMatchObject({
      customer: {
        email: "Ada@example.com",
        displayName: "Ada",
        tags: ["a", "b"],
        note: "n",
        numberOfOrders: "0",
      },
      userErrors: [],
    });
  });

  test.each([
    [{}, null, "A name, phone number, or email address must be present"],
    [{ email: "nonsense" }, ["email"], "Email is invalid"],
    [{ email: "ADA@example.com" }, ["email"], "Email has already been taken"],
    [{ firstName: "A", phone: "abc" }, ["phone"], "Phone is invalid"],
    [{ id: "gid://shopify/Customer/1", firstName: "A" }, ["id"], "Cannot specify ID on creation"],
    [
      { firstName: "x".repeat(256) },
      ["firstName"],
      "First name is too long (maximum is 255 characters)",
    ],
    [
      { firstName: "A", note: "x".repeat(5001) },
      ["note"],
      "Note is too long (maximum is 5000 characters)",
    ],
  ])("%j is refused", async (input, field, message) => {
    expect(await askFor(shop, CREATE, { input })).toEqual({
      customer: null,
      userErrors: [{ field, message }],
    });
  });

  test("deleting is refused as long as there are orders", async () => {
    const id = await create({ email: "buyer@example.com" });
    const other = await create({ email: "looker@example.com" });
    buy(id);
    expect(await askFor(shop, DELETE, { id })).toMatchObject({
      deletedCustomerId: null,
      userErrors: [
        { field: ["id"], message: "Customer can’t be deleted because they have associated orders" },
      ],
    });
    expect(await askFor(shop, DELETE, { id: other })).toMatchObject({ deletedCustomerId: other });
    expect(await askFor(shop, DELETE, { id: other })).toMatchObject({
      userErrors: [{ field: ["id"], message: "Customer can't be found" }],
    });
  });

  test("consent has a mutation of its own", async () => {
    const id = await create({ email: "consent@example.com" });
    const CONSENT =
      "mutation ($input: CustomerEmailMarketingConsentUpdateInput!) { customerEmailMarketingConsentUpdate(input: $input) { customer { defaultEmailAddress { marketingState } } userErrors { field message code } } }";
    const emailMarketingConsent = { marketingState: "SUBSCRIBED" };
    expect(
      await askFor(shop, CONSENT, { input: { customerId: id, emailMarketingConsent } }),
    ).toEqual({
      customer: { defaultEmailAddress: { marketingState: "SUBSCRIBED" } },
      userErrors: [],
    });
    expect(
      await askFor(shop, CONSENT, {
        input: { customerId: "gid://shopify/Customer/1", emailMarketingConsent },
      }),
    ).toMatchObject({
      userErrors: [
        { field: ["input", "customerId"], message: "Customer not found", code: "INVALID" },
      ],
    });
  });

  test("an erasure is asked for and taken back", async () => {
    const customerId = await create({ email: "erase@example.com" });
    const change = (name: string) =>
      `mutation ($customerId: ID!) { ${name}(customerId: $customerId) { customerId userErrors { message code } } }`;
    const done = { customerId, userErrors: [] };
    expect(await askFor(shop, change("customerRequestDataErasure"), { customerId })).toEqual(done);
    expect(await askFor(shop, change("customerCancelDataErasure"), { customerId })).toEqual(done);
    expect(await askFor(shop, change("customerCancelDataErasure"), { customerId })).toMatchObject({
      customerId: null,
      userErrors: [{ code: "NOT_BEING_ERASED" }],
    });
  });
});

describe("customerMerge", () => {
  const MERGE = `mutation ($one: ID!, $two: ID!, $override: CustomerMergeOverrideFields) { customerMerge(customerOneId: $one, customerTwoId: $two, overrideFields: $override) { resultingCustomerId job { id done } userErrors { field message code } } }`;
  const PREVIEW = `query ($one: ID!, $two: ID!) { customerMergePreview(customerOneId: $one, customerTwoId: $two) { resultingCustomerId defaultFields { firstName note tags orderCount } alternateFields { firstName email { emailAddress } } customerMergeErrors { message } } }`;
  const READ =
    "query ($id: ID!) { customer(id: $id) { id firstName note tags numberOfOrders amountSpent { amount } } }";

  test("the second customer stays, with both one's orders, notes and tags", async () => {
    const one = await create({
      email: "m1@example.com",
      firstName: "One",
      note: "n1",
      tags: ["x", "both"],
    });
    const two = await create({
      email: "m2@example.com",
      firstName: "Two",
      note: "n2",
      tags: ["both", "y"],
    });
    buy(one);
    buy(two);
    expect(await askFor(shop, PREVIEW, { one, two })).toEqual({
      resultingCustomerId: two,
      defaultFields: { firstName: "Two", note: "n2 n1", tags: ["both", "y", "x"], orderCount: "2" },
      alternateFields: { firstName: "One", email: { emailAddress: "m1@example.com" } },
      customerMergeErrors: null,
    });
    const answer = (await askFor(shop, MERGE, { one, two })) as { job: { id: string } };
    expect(answer).toMatchObject({
      resultingCustomerId: two,
      job: { done: false },
      userErrors: [],
    });
    expect(await askFor(shop, READ, { id: one })).toBeNull();
    expect(await askFor(shop, READ, { id: two })).toEqual({
      id: two,
      firstName: "Two",
      note: "n2 n1",
      tags: ["both", "x", "y"],
      numberOfOrders: "2",
      amountSpent: { amount: "20.0" },
    });
    expect(
      await askFor(
        shop,
        `{ customerMergeJobStatus(jobId: "${answer.job.id}") { status resultingCustomerId } }`,
      ),
    ).toEqual({ status: "COMPLETED", resultingCustomerId: two });
  });

  test("whose e-mail is chosen stays; without a choice the only one that has an e-mail does", async () => {
    const [a, b] = [
      await create({ email: "c1@example.com" }),
      await create({ email: "c2@example.com" }),
    ];
    expect(
      await askFor(shop, MERGE, {
        one: a,
        two: b,
        override: { customerIdOfEmailToKeep: a, tags: ["only"] },
      }),
    ).toMatchObject({ resultingCustomerId: a });
    expect(await askFor(shop, READ, { id: a })).toMatchObject({ tags: ["only"] });
    const nameless = await create({ firstName: "No", lastName: "Mail" });
    expect(await askFor(shop, MERGE, { one: a, two: nameless })).toMatchObject({
      resultingCustomerId: a,
    });
  });

  test("the same, unknown and too much tagged customers are refused", async () => {
    const tags = (prefix: string) =>
      Array.from({ length: 130 }, (_tag, index) => `${prefix}${index}`);
    const one = await create({ email: "t1@example.com", tags: tags("a") });
    const two = await create({ email: "t2@example.com", tags: tags("b") });
    expect(await askFor(shop, MERGE, { one, two: one })).toMatchObject({
      userErrors: [
        { field: null, message: "Customers IDs should not match", code: "INVALID_CUSTOMER_ID" },
      ],
    });
    expect(await askFor(shop, MERGE, { one, two: "gid://shopify/Customer/9" })).toMatchObject({
      userErrors: [{ field: ["customerTwoId"], message: "Customer does not exist with ID 9" }],
    });
    expect(await askFor(shop, MERGE, { one, two })).toMatchObject({
      resultingCustomerId: null,
      userErrors: [
        { field: ["customerOneId"], message: "Customers must have 250 tags or less." },
        { field: ["customerTwoId"], code: "INVALID_CUSTOMER" },
      ],
    });
    const { errors } = await ask(shop, PREVIEW, { one, two: one });
    expect(errors).toMatchObject([{ message: "Customers must be different." }]);
  });
});

describe("customerSet", () => {
  const SET =
    "mutation ($identifier: CustomerSetIdentifiers, $input: CustomerSetInput!) { customerSet(identifier: $identifier, input: $input) { customer { id email firstName tags } userErrors { field message code } } }";

  test("makes a customer whose e-mail is unknown and changes the one who has it", async () => {
    const email = "set@example.com";
    const made = (await askFor(shop, SET, {
      identifier: { email },
      input: { email, firstName: "Set" },
    })) as { customer: { id: string }; userErrors: unknown[] };
    expect(made).toMatchObject({ customer: { email, firstName: "Set" }, userErrors: [] });
    expect(
      await askFor(shop, SET, { identifier: { email }, input: { email, tags: ["vip"] } }),
    ).toEqual({
      customer: { id: made.customer.id, email, firstName: "Set", tags: ["vip"] },
      userErrors: [],
    });
  });

  test.each([
    [
      "an unknown id",
      { id: "gid://shopify/Customer/999999999999999" },
      { firstName: "Ghost" },
      {
        field: ["input"],
        message: "Resource matching the identifier was not found.",
        code: "NOT_FOUND",
      },
    ],
    [
      "an id beside an identifier",
      { email: "set@example.com" },
      { id: "gid://shopify/Customer/1", firstName: "Two" },
      {
        field: ["input"],
        message: "The id field is not allowed if identifier is provided.",
        code: "ID_NOT_ALLOWED",
      },
    ],
  ])("refuses %s", async (_what, identifier, input, error) => {
    expect(await askFor(shop, SET, { identifier, input })).toEqual({
      customer: null,
      userErrors: [error],
    });
  });
});
