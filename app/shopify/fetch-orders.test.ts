import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { fetchOrders } from "./fetch-orders.ts";
import { listOrderStamps } from "./list-order-stamps.ts";
import { streamOrders } from "./stream-orders.ts";
import {
  graphqlAnswer,
  startScriptedShopify,
  variablesIn,
  type ScriptedShopify,
} from "./testing/scripted-shopify.ts";

let shopify: ScriptedShopify;
afterEach(() => shopify.close());

const idsIn = (variables: object) => z.object({ ids: z.array(z.string()) }).parse(variables).ids;

function orderNode(id: number, changes: object = {}) {
  return {
    __typename: "Order",
    id: `gid://shopify/Order/${id}`,
    name: `#${id}`,
    processedAt: "2026-11-20T10:00:00Z",
    updatedAt: "2026-11-21T10:00:00Z",
    cancelledAt: null,
    test: false,
    customer: { id: "gid://shopify/Customer/7" },
    totalPriceSet: { shopMoney: { amount: "231.1", currencyCode: "USD" } },
    totalRefundedSet: { shopMoney: { amount: "0.0" } },
    edited: false,
    taxesIncluded: false,
    presentmentCurrencyCode: "CAD",
    currentTotalPriceSet: { shopMoney: { amount: "231.1" } },
    totalTaxSet: { shopMoney: { amount: "31.1" } },
    currentTotalTaxSet: { shopMoney: { amount: "31.1" } },
    currentShippingPriceSet: { shopMoney: { amount: "10.0" } },
    paymentGatewayNames: ["shopify_payments", "gift_card"],
    shippingLine: {
      title: "Standard",
      discountedPriceSet: { shopMoney: { amount: "10.0" } },
      taxLines: [{ priceSet: { shopMoney: { amount: "1.5" } } }],
    },
    totalTipReceivedSet: { shopMoney: { amount: "5.0" } },
    currentTotalDutiesSet: null,
    currentTotalAdditionalFeesSet: null,
    sourceName: "web",
    discountCodes: ["SPRING"],
    totalDiscountsSet: { shopMoney: { amount: "20.0" } },
    shippingAddress: { countryCodeV2: "CA" },
    purchasingEntity: {
      __typename: "PurchasingCompany",
      location: { id: "gid://shopify/CompanyLocation/9" },
    },
    customerJourneySummary: { firstVisit: { source: "google" }, lastVisit: null },
    lineItems: { nodes: [lineNode], pageInfo: { hasNextPage: false, endCursor: "l1" } },
    ...changes,
  };
}

/** Three at 50.00, 20.00 off for the whole order of which 12.50 fell on this line; one came back. */
const lineNode = {
  id: "gid://shopify/LineItem/11",
  quantity: 3,
  currentQuantity: 2,
  isGiftCard: false,
  originalUnitPriceSet: { shopMoney: { amount: "50.0" } },
  totalDiscountSet: { shopMoney: { amount: "0.0" } },
  discountAllocations: [{ allocatedAmountSet: { shopMoney: { amount: "12.5" } } }],
  product: {
    id: "gid://shopify/Product/5",
    title: "Tea",
    handle: "tea",
    productType: "Drinks",
    vendor: "Leaf",
  },
};

const line = {
  lineId: 11n,
  isGiftCard: false,
  quantity: 3,
  returnedQuantity: 1,
  unitMinorUnits: 5_000n,
  netMinorUnits: 13_750n,
  product: {
    productId: 5n,
    title: "Tea",
    handle: "tea",
    productType: "Drinks",
    vendor: "Leaf",
  },
};

const snapshot = {
  orderId: 1n,
  customerId: 7n,
  companyLocationId: 9n,
  name: "#1",
  processedAt: new Date("2026-11-20T10:00:00Z"),
  updatedAt: new Date("2026-11-21T10:00:00Z"),
  cancelledAt: null,
  test: false,
  currencyCode: "USD",
  totalMinorUnits: 23_110n,
  refundedMinorUnits: 0n,
  parts: {
    removedMinorUnits: 0n,
    taxMinorUnits: 3_110n,
    taxLeftMinorUnits: 3_110n,
    shippingMinorUnits: 1_000n,
    shippingLeftMinorUnits: 1_000n,
    shippingTaxMinorUnits: 150n,
    extrasMinorUnits: 500n,
  },
  context: {
    countryCode: "CA",
    channel: "web",
    firstSource: "google",
    lastSource: null,
    usedDiscount: true,
    discountMinorUnits: 2_000n,
    presentmentCurrency: "CAD",
    paymentGateways: ["shopify_payments", "gift_card"],
    shippingMethod: "Standard",
  },
  lines: [line],
};

describe("fetching orders by number", () => {
  test("gives what Shopify holds and names what it does not hold", async () => {
    const nodes = [
      orderNode(1),
      null,
      orderNode(3, { customer: null, cancelledAt: "2026-11-22T00:00:00Z" }),
    ];
    shopify = await startScriptedShopify(() => graphqlAnswer({ data: { nodes } }));
    expect(await fetchOrders(shopify.admin, [1n, 2n, 3n])).toEqual({
      orders: [
        snapshot,
        {
          ...snapshot,
          orderId: 3n,
          name: "#3",
          customerId: null,
          cancelledAt: new Date("2026-11-22T00:00:00Z"),
        },
      ],
      missing: [2n],
    });
  });

  test("asks for ten at a time, and for each once", async () => {
    shopify = await startScriptedShopify(({ text }) => {
      const ids = idsIn(variablesIn(text));
      return graphqlAnswer({
        data: { nodes: ids.map((id) => orderNode(Number(id.split("/").at(-1)))) },
      });
    });
    const ids = Array.from({ length: 60 }, (_, index) => BigInt(index + 1));
    expect((await fetchOrders(shopify.admin, [...ids, 1n, 2n])).orders).toHaveLength(60);
    expect([0, 5].map((index) => idsIn(shopify.sentVariables(index)).length)).toEqual([10, 10]);
  });
});

test("an order's lines beyond the first page are fetched too", async () => {
  const more = { hasNextPage: true, endCursor: "l1" };
  shopify = await startScriptedShopify((_, index) =>
    graphqlAnswer({
      data:
        index === 0
          ? { nodes: [orderNode(1, { lineItems: { nodes: [lineNode], pageInfo: more } })] }
          : { order: { lineItems: orderNode(1).lineItems } },
    }),
  );
  const { orders } = await fetchOrders(shopify.admin, [1n]);
  expect(orders).toEqual([{ ...snapshot, lines: [line, line] }]);
  expect(shopify.sentVariables(1)).toEqual({ id: "gid://shopify/Order/1", after: "l1" });
});

test("what Shopify does not say of an order is null, and no discount is one", async () => {
  const silence = {
    sourceName: null,
    discountCodes: [],
    totalDiscountsSet: null,
    shippingAddress: null,
    customerJourneySummary: null,
  };
  shopify = await startScriptedShopify(() =>
    graphqlAnswer({ data: { nodes: [orderNode(1, silence)] } }),
  );
  const { orders } = await fetchOrders(shopify.admin, [1n]);
  expect(orders[0]?.context).toEqual({
    countryCode: null,
    channel: null,
    firstSource: null,
    lastSource: null,
    usedDiscount: false,
    discountMinorUnits: 0n,
    presentmentCurrency: "CAD",
    paymentGateways: ["shopify_payments", "gift_card"],
    shippingMethod: "Standard",
  });
});

test("an address we are not allowed to see is unknown, and any other refusal fails the call", async () => {
  const refuse = (field: string) => ({
    message: "not approved",
    path: ["nodes", 0, field],
    extensions: { code: "ACCESS_DENIED" },
  });
  const node = orderNode(1, { shippingAddress: null });
  shopify = await startScriptedShopify((_, index) =>
    graphqlAnswer({
      data: { nodes: [node] },
      errors: [refuse(index === 0 ? "shippingAddress" : "totalPriceSet")],
    }),
  );
  const { orders } = await fetchOrders(shopify.admin, [1n]);
  expect(orders[0]?.context.countryCode).toBeNull();
  await expect(fetchOrders(shopify.admin, [1n])).rejects.toThrow("totalPriceSet");
});

test("orders that changed are paged by Shopify's own stamp", async () => {
  const pageInfo = { hasNextPage: true, endCursor: "next" };
  shopify = await startScriptedShopify((_, index) =>
    graphqlAnswer({
      data: {
        orders: {
          nodes: [orderNode(index + 1)],
          pageInfo: index === 0 ? pageInfo : { hasNextPage: false, endCursor: "end" },
        },
      },
    }),
  );
  const since = new Date("2026-11-21T00:00:00Z");
  const { orderId, customerId, updatedAt, cancelledAt, totalMinorUnits, refundedMinorUnits } =
    snapshot;
  expect(await listOrderStamps(shopify.admin, since, null)).toEqual({
    stamps: [{ orderId, customerId, updatedAt, cancelledAt, totalMinorUnits, refundedMinorUnits }],
    nextCursor: "next",
  });
  expect(await listOrderStamps(shopify.admin, since, "next")).toMatchObject({
    nextCursor: null,
  });
  expect(shopify.sentVariables()["query"]).toBe("updated_at:>='2026-11-21T00:00:00.000Z'");
});

test("a bulk result gives batches from where a former reading stopped, lines with their order's id", async () => {
  const child = { ...lineNode, __parentId: "gid://shopify/Order/2" };
  const rows = [orderNode(1), orderNode(2), orderNode(3), child, orderNode(4)];
  const file = rows.map((row) => `${JSON.stringify(row)}\n`);
  const body = file.join("");
  const fromByte = Buffer.byteLength(file[0] ?? "");
  shopify = await startScriptedShopify(() => ({ body }));
  const batches = [];
  const options = { fromByte, batchSize: 2, currencyCode: "USD" };
  for await (const batch of streamOrders(
    shopify.admin,
    `${shopify.origin}/orders.jsonl`,
    options,
  )) {
    const { orders, lines, bytesDone } = batch;
    batches.push({ orders: orders.map(({ orderId }) => orderId), lines, bytesDone });
  }
  // What arrives together stays together.
  const bytesDone = Buffer.byteLength(body);
  expect(batches).toEqual([{ orders: [2n, 3n, 4n], lines: [{ orderId: 2n, line }], bytesDone }]);
});
