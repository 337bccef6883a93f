import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { fetchOrders } from "./fetch-orders.ts";
import { listOrdersUpdatedSince } from "./list-orders-updated-since.ts";
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
    ...changes,
  };
}

const snapshot = {
  orderId: 1n,
  customerId: 7n,
  name: "#1",
  processedAt: new Date("2026-11-20T10:00:00Z"),
  updatedAt: new Date("2026-11-21T10:00:00Z"),
  cancelledAt: null,
  test: false,
  currencyCode: "USD",
  totalMinorUnits: 23_110n,
  refundedMinorUnits: 0n,
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

  test("asks for fifty at a time, and for each once", async () => {
    shopify = await startScriptedShopify(({ text }) => {
      const ids = idsIn(variablesIn(text));
      return graphqlAnswer({
        data: { nodes: ids.map((id) => orderNode(Number(id.split("/").at(-1)))) },
      });
    });
    const ids = Array.from({ length: 60 }, (_, index) => BigInt(index + 1));
    expect((await fetchOrders(shopify.admin, [...ids, 1n, 2n])).orders).toHaveLength(60);
    expect([0, 1].map((index) => idsIn(shopify.sentVariables(index)).length)).toEqual([50, 10]);
  });
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
  expect(await listOrdersUpdatedSince(shopify.admin, since, null)).toEqual({
    orders: [snapshot],
    nextCursor: "next",
  });
  expect(await listOrdersUpdatedSince(shopify.admin, since, "next")).toMatchObject({
    nextCursor: null,
  });
  expect(shopify.sentVariables()["query"]).toBe("updated_at:>='2026-11-21T00:00:00.000Z'");
});

test("a bulk result gives batches from where a former reading stopped", async () => {
  const lines = [1, 2, 3, 4].map((id) => `${JSON.stringify(orderNode(id))}\n`).join("");
  shopify = await startScriptedShopify(() => ({ body: lines }));
  const batches: bigint[][] = [];
  for await (const batch of streamOrders(shopify.admin, `${shopify.origin}/orders.jsonl`, {
    skip: 1,
    batchSize: 2,
  })) {
    batches.push(batch.map(({ orderId }) => orderId));
  }
  expect(batches).toEqual([[2n, 3n], [4n]]);
});
