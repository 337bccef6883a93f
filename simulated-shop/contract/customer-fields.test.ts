import { afterAll, beforeAll, expect, test } from "vitest";
import { addCustomer } from "../world/add-customer.ts";
import { placeOrder } from "../world/place-order.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
let gid: string;
beforeAll(async () => {
  shop = await startSmallShop();
  const { id } = addCustomer(shop.world, {
    email: "Ada@example.org",
    firstName: "Ada",
    lastName: "Lovelace",
    countryCode: "CA",
    rare: { phone: "+16135550142" },
  });
  gid = `gid://shopify/Customer/${id}`;
});
afterAll(() => shop.close());

function cursorOf(text: unknown): unknown {
  return JSON.parse(Buffer.from(String(text), "base64").toString());
}

test("a new customer is told of in Shopify's words", async () => {
  const read = await askFor(
    shop,
    `query ($id: ID!) { customer(id: $id) { displayName canDelete verifiedEmail taxExempt state locale lifetimeDuration numberOfOrders
      amountSpent { amount currencyCode } defaultEmailAddress { emailAddress marketingState } defaultPhoneNumber { phoneNumber }
      defaultAddress { country countryCodeV2 formattedArea city } companyContactProfiles { id } lastOrder { id }
      mergeable { isMergeable reason } statistics { rfmGroup predictedSpendTier } } }`,
    { id: gid },
  );
  expect(read).toEqual({
    displayName: "Ada Lovelace",
    canDelete: true,
    verifiedEmail: true,
    taxExempt: false,
    state: "DISABLED",
    locale: "en",
    lifetimeDuration: "less than 5 seconds",
    numberOfOrders: "0",
    amountSpent: { amount: "0.0", currencyCode: "GBP" },
    defaultEmailAddress: { emailAddress: "Ada@example.org", marketingState: "NOT_SUBSCRIBED" },
    defaultPhoneNumber: { phoneNumber: "+16135550142" },
    defaultAddress: {
      country: "Canada",
      countryCodeV2: "CA",
      formattedArea: "Canada",
      city: null,
    },
    companyContactProfiles: [],
    lastOrder: null,
    mergeable: { isMergeable: true, reason: null },
    statistics: { rfmGroup: "PROSPECTS", predictedSpendTier: null },
  });
});

test("a customer is found by each identifier, and not by none", async () => {
  const query =
    "query ($i: CustomerIdentifierInput!) { customerByIdentifier(identifier: $i) { id } }";
  for (const i of [
    { id: gid },
    { emailAddress: "ada@EXAMPLE.org" },
    { phoneNumber: "+1 613-555-0142" },
  ])
    expect(await askFor(shop, query, { i })).toEqual({ id: gid });
  expect(await askFor(shop, query, { i: { emailAddress: "nobody@example.org" } })).toBeNull();
  expect((await ask(shop, query, { i: {} })).errors).toMatchObject([
    {
      extensions: {
        code: "INVALID_VARIABLE",
        problems: [
          {
            explanation:
              "'CustomerIdentifierInput' requires exactly one argument, but 0 were provided.",
          },
        ],
      },
    },
  ]);
  const custom = { customId: { namespace: "a", key: "b", value: "c" } };
  expect((await ask(shop, query, { i: custom })).errors).toMatchObject([
    { extensions: { code: "NOT_FOUND" }, path: ["customerByIdentifier"] },
  ]);
});

test("cursors carry what Shopify's do, and go on only in the order they are from", async () => {
  type Edges = { edges: { cursor: string; node: { id: string } }[] };
  const by = (args: string) =>
    askFor(
      shop,
      `{ customers(first: 1, ${args}) { edges { cursor node { id } } } }`,
    ) as Promise<Edges>;
  const number = (edges: Edges) => Number(edges.edges[0]?.node.id.split("/").at(-1));

  const byId = await by("sortKey: ID");
  expect(cursorOf(byId.edges[0]?.cursor)).toEqual({
    last_id: number(byId),
    last_value: String(number(byId)),
  });
  const byMoment = await by("sortKey: UPDATED_AT");
  expect(cursorOf(byMoment.edges[0]?.cursor)).toMatchObject({
    last_value: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/) as unknown,
  });
  const searched = await by(`sortKey: UPDATED_AT, query: "state:DISABLED"`);
  expect(cursorOf(searched.edges[0]?.cursor)).toMatchObject({
    last_value: expect.any(Number) as unknown,
  });
  const byName = await by(`sortKey: NAME, query: "Lovelace"`);
  expect(cursorOf(byName.edges[0]?.cursor)).toMatchObject({ last_value: "lovelace, ada" });

  const next = await by(`sortKey: UPDATED_AT, after: "${byMoment.edges[0]?.cursor ?? ""}"`);
  expect(number(next)).not.toBe(number(byMoment));
  for (const cursor of [byName.edges[0]?.cursor, "nonsense"])
    expect(
      (await ask(shop, `{ customers(first: 1, after: "${cursor ?? ""}") { nodes { id } } }`))
        .errors,
    ).toMatchObject([
      {
        message: "Invalid cursor for current pagination sort.",
        extensions: { code: "BAD_REQUEST" },
      },
    ]);
});

test("an order in another currency shows both, and one with visits how its buyer came", async () => {
  const [product] = shop.world.products.values();
  const customer = shop.world.customersByEmail.get("Ada@example.org");
  if (product === undefined || customer === undefined) throw new Error("an empty shop");
  const order = placeOrder(shop.world, {
    customer,
    lineItems: [{ product, quantity: 2, unitPriceMinor: 1000, discountMinor: 0 }],
    presentment: { currencyCode: "JPY", rate: 190 },
  });
  const read = await askFor(
    shop,
    `{ order(id: "gid://shopify/Order/${order.id}") { presentmentCurrencyCode displayFulfillmentStatus returnStatus
      totalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
      shippingAddress { countryCodeV2 } customerJourneySummary { ready firstVisit { source } } } }`,
  );
  expect(read).toEqual({
    presentmentCurrencyCode: "JPY",
    displayFulfillmentStatus: "UNFULFILLED",
    returnStatus: "NO_RETURN",
    totalPriceSet: {
      shopMoney: { amount: "20.0", currencyCode: "GBP" },
      presentmentMoney: { amount: "3800.0", currencyCode: "JPY" },
    },
    shippingAddress: { countryCodeV2: "CA" },
    customerJourneySummary: { ready: false, firstVisit: null },
  });
  const visited = [...shop.world.orders.values()].find(({ rare }) => rare?.visits !== undefined);
  expect(
    await askFor(
      shop,
      `{ order(id: "gid://shopify/Order/${visited?.id ?? 0}") { customerJourneySummary { ready customerOrderIndex lastVisit { source utmParameters { medium } landingPage } } } }`,
    ),
  ).toMatchObject({
    customerJourneySummary: {
      ready: true,
      lastVisit: { source: visited?.rare?.visits?.last.source },
    },
  });
});

test("products, the shop's time and the app are read as an app needs them", async () => {
  const { data } = await ask(
    shop,
    `{ products(first: 1, sortKey: TITLE) { nodes { title handle productType vendor variants(first: 1) { nodes { sku } } } }
      shop { timezoneAbbreviation timezoneOffset timezoneOffsetMinutes } app { apiKey }
      node(id: "gid://shopify/Product/0") { id } publicApiVersions { handle displayName supported } }`,
  );
  expect(data).toMatchObject({
    products: { nodes: [{ title: "Apron", handle: "apron" }] },
    shop: { timezoneAbbreviation: "BST", timezoneOffset: "+0100", timezoneOffsetMinutes: 60 },
    app: { apiKey: shop.clientId },
    node: null,
    publicApiVersions: expect.arrayContaining([
      { handle: "2026-07", displayName: "2026-07", supported: true },
      { handle: "2026-10", displayName: "2026-10 (Latest)", supported: true },
      { handle: "unstable", displayName: "unstable", supported: false },
    ]) as unknown,
  });
});
