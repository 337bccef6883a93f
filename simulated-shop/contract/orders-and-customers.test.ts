import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { changeCustomerTags } from "../world/change-customer-tags.ts";
import { refundOrder } from "../world/refund-order.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

type Page = {
  nodes: { id: string; updatedAt: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
};

describe("orders", () => {
  test("what an app reads of an order is what the shop holds", async () => {
    const [order] = shop.world.orders.values();
    if (order === undefined) throw new Error("no order");
    refundOrder(shop.world, order, { amountMinor: 110 });
    const read = await askFor(
      shop,
      `query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Order { id name processedAt updatedAt cancelledAt test
        customer { id } totalPriceSet { shopMoney { amount currencyCode } } totalRefundedSet { shopMoney { amount } } } } }`,
      { ids: [`gid://shopify/Order/${order.id}`, "gid://shopify/Order/1"] },
    );
    expect(read).toEqual([
      {
        __typename: "Order",
        id: `gid://shopify/Order/${order.id}`,
        name: "#1001",
        processedAt: expect.stringMatching(/^2024-/) as unknown,
        updatedAt: new Date(order.updatedAtMs).toISOString().replace(".000Z", "Z"),
        cancelledAt: null,
        test: false,
        customer: order.customer && { id: `gid://shopify/Customer/${order.customer.id}` },
        totalPriceSet: {
          shopMoney: { amount: String(order.totalMinor / 100), currencyCode: "GBP" },
        },
        totalRefundedSet: { shopMoney: { amount: "1.1" } },
      },
      null,
    ]);
  });

  test("paging by updated_at visits each order once, in order", async () => {
    const query = `query ($after: String) { orders(first: 7, after: $after, sortKey: UPDATED_AT, query: "updated_at:>='2020-01-01T00:00:00Z'") {
      nodes { id updatedAt } pageInfo { hasNextPage endCursor } } }`;
    const seen: { id: string; updatedAt: string }[] = [];
    let after: string | null = null;
    for (;;) {
      const page = (await askFor(shop, query, { after })) as Page;
      seen.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(shop.world.orders.size);
    expect(seen.map(({ updatedAt }) => Date.parse(updatedAt))).toEqual(
      seen.map(({ updatedAt }) => Date.parse(updatedAt)).toSorted((a, b) => a - b),
    );
  });

  test("a changed order is found by asking for what changed since", async () => {
    const order = [...shop.world.orders.values()].find(
      (candidate) => candidate.refunds.length === 0,
    );
    if (order === undefined) throw new Error("no order");
    refundOrder(shop.world, order, { amountMinor: 1 });
    const since = shop.world.clock.now().toISOString();
    const page = (await askFor(
      shop,
      `query ($q: String!) { orders(first: 5, query: $q, sortKey: UPDATED_AT, reverse: true) { nodes { id } } }`,
      {
        q: `updated_at:>='${since}'`,
      },
    )) as Page;
    expect(page.nodes[0]?.id).toBe(`gid://shopify/Order/${order.id}`);
  });

  test("an unknown filter is ignored with a warning", async () => {
    const { data, extensions } = await ask(shop, `{ ordersCount(query: "made_up:1") { count } }`);
    expect(data).toEqual({ ordersCount: { count: shop.world.orders.size } });
    expect(extensions?.search).toEqual([
      {
        path: ["ordersCount"],
        query: "made_up:1",
        parsed: { field: "made_up", match_all: "1" },
        warnings: [
          {
            field: "made_up",
            message: "Invalid search field for this query.",
            code: "invalid_field",
          },
        ],
      },
    ]);
  });

  test("a timestamp that is none is an error", async () => {
    expect(
      (await ask(shop, `{ orders(first: 1, query: "updated_at:>soon") { nodes { id } } }`)).errors,
    ).toMatchObject([
      {
        message: "Invalid timestamp for query filter `updated_at`.",
        path: ["orders"],
        extensions: { code: "BAD_REQUEST" },
      },
    ]);
  });
});

describe("customers", () => {
  test("counts can be exact or at least a limit", async () => {
    expect(await askFor(shop, "{ customersCount(limit: null) { count precision } }")).toEqual({
      count: 30,
      precision: "EXACT",
    });
    expect(await askFor(shop, "{ customersCount(limit: 10) { count precision } }")).toEqual({
      count: 10,
      precision: "AT_LEAST",
    });
  });

  test("the shop knows every tag of its customers once, in whatever case, a page of them", async () => {
    const tagged = [...shop.world.customers.values()].slice(0, 2);
    const tags = [
      ["zebra", "Best"],
      ["best", "apple"],
    ];
    tagged.forEach((each, index) => changeCustomerTags(shop.world, each, tags[index] ?? []));
    const asked = "{ shop { customerTags(first: 2) { nodes pageInfo { hasNextPage } } } }";
    expect(await askFor(shop, asked)).toEqual({
      customerTags: { nodes: ["apple", "Best"], pageInfo: { hasNextPage: true } },
    });
    for (const each of tagged) changeCustomerTags(shop.world, each, []);
  });

  test("a customer is found by name or e-mail", async () => {
    const [customer] = shop.world.customers.values();
    if (customer === undefined) throw new Error("no customer");
    const found = await askFor(
      shop,
      `query ($q: String!) { customers(first: 5, query: $q, sortKey: RELEVANCE) { nodes { id displayName } } }`,
      {
        q: `email:"${customer.email}"`,
      },
    );
    expect(found).toEqual({
      nodes: [{ id: customerGid(shop), displayName: `${customer.firstName} ${customer.lastName}` }],
    });
  });

  test("an unknown customer is null", async () => {
    expect(await askFor(shop, `{ customer(id: "gid://shopify/Customer/1") { id } }`)).toBeNull();
  });
});
