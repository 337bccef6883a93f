import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

const MEMBERS = `query ($id: ID, $query: String, $queryId: ID, $sortKey: String, $reverse: Boolean) {
  customerSegmentMembers(segmentId: $id, query: $query, queryId: $queryId, sortKey: $sortKey, reverse: $reverse, first: 1000) {
    totalCount statistics { spent: attributeStatistics(attributeName: "amount_spent") { sum average } }
    edges { node { id numberOfOrders amountSpent { amount } } } } }`;

type Members = {
  totalCount: number;
  statistics: { spent: { sum: number; average: number } };
  edges: { node: { id: string; numberOfOrders: string; amountSpent: { amount: string } } }[];
};

async function membersOf(args: object): Promise<Members> {
  return (await askFor(shop, MEMBERS, args)) as Members;
}

const START = `mutation ($input: CustomerSegmentMembersQueryInput!) { customerSegmentMembersQueryCreate(input: $input) {
  customerSegmentMembersQuery { id currentCount done } userErrors { field code message } } }`;

describe("members", () => {
  test("are sorted as asked, with statistics over all of them", async () => {
    const { edges, totalCount, statistics } = await membersOf({
      query: "number_of_orders >= 1",
      sortKey: "amount_spent",
      reverse: true,
    });
    const spent = edges.map(({ node }) => Number(node.amountSpent.amount));
    expect(spent.length).toBe(totalCount);
    expect(spent).toEqual([...spent].sort((a, b) => b - a));
    expect(statistics.spent.sum).toBeCloseTo(spent.reduce((sum, amount) => sum + amount, 0));
    expect(statistics.spent.average).toBeCloseTo(statistics.spent.sum / totalCount);
  });

  test("of opposite segments make up all customers", async () => {
    const [buyers, others] = await Promise.all([
      membersOf({ query: "last_order_date >= -90d" }),
      membersOf({ query: "NOT last_order_date >= -90d" }),
    ]);
    expect(buyers.totalCount).toBeGreaterThan(0);
    expect(buyers.totalCount + others.totalCount).toBe(shop.world.customers.size);
  });

  test("by RFM group are the ones whose statistics say so", async () => {
    const groups = ["CHAMPIONS", "LOYAL", "ACTIVE", "NEW", "PROMISING", "NEEDS_ATTENTION"];
    groups.push("ALMOST_LOST", "AT_RISK", "PREVIOUSLY_LOYAL", "DORMANT", "PROSPECTS");
    let total = 0;
    for (const group of groups)
      total += (await membersOf({ query: `rfm_group = '${group}'` })).totalCount;
    expect(total).toBe(shop.world.customers.size);
  });

  test("of a wrong query, of two and of none are top-level errors", async () => {
    const id = "gid://shopify/Segment/1";
    for (const [args, message] of [
      [{ query: "not a valid segment query ???" }, "Line 1 Column 6: 'valid' is unexpected."],
      [{ id }, "Segment does not exist"],
      [{ query: "number_of_orders > 1", id }, "Providing more than one"],
      [{}, "You must provide one of"],
    ] as const) {
      const { errors } = await ask(shop, MEMBERS, args);
      expect(errors).toMatchObject([
        { message: expect.stringContaining(message) as unknown, path: ["customerSegmentMembers"] },
      ]);
    }
  });
});

describe("a search for members", () => {
  test("has counted nobody at first, then everybody", async () => {
    const query = "number_of_orders >= 1";
    const { customerSegmentMembersQuery } = (await askFor(shop, START, { input: { query } })) as {
      customerSegmentMembersQuery: { id: string };
    };
    expect(customerSegmentMembersQuery).toMatchObject({ currentCount: 0, done: false });
    const { id } = customerSegmentMembersQuery;
    expect(id).toMatch(/^gid:\/\/shopify\/CustomerSegmentMembersQuery\/[\da-f-]{36}$/);
    const ASK = `query ($id: ID!) { customerSegmentMembersQuery(id: $id) { id currentCount done } }`;
    expect(await askFor(shop, ASK, { id })).toEqual({ id, currentCount: 0, done: false });
    const { totalCount } = await membersOf({ query });
    expect(await askFor(shop, ASK, { id })).toEqual({ id, currentCount: totalCount, done: true });
    expect((await membersOf({ queryId: id })).totalCount).toBe(totalCount);
  });

  test.each([
    [
      { segmentId: "gid://shopify/Segment/1", query: "number_of_orders > 0" },
      { field: ["input"], message: "Providing both segment_id and query is not supported." },
    ],
    [{}, { field: ["input"], message: "You must provide one of segment_id or query." }],
    [
      { segmentId: "gid://shopify/Segment/999999999999" },
      { field: null, message: "Invalid segment ID." },
    ],
    [
      { query: "not a valid segment query ???" },
      { field: null, message: "Line 1 Column 6: 'valid' is unexpected." },
    ],
  ])("%o is refused", async (input, error) => {
    expect(await askFor(shop, START, { input })).toEqual({
      customerSegmentMembersQuery: null,
      userErrors: [{ ...error, code: "INVALID" }],
    });
  });
});

describe("segments", () => {
  test("a gid of another type is a top-level error, an unknown segment none", async () => {
    const DELETE = `mutation ($id: ID!) { segmentDelete(id: $id) { deletedSegmentId userErrors { field message } } }`;
    expect((await ask(shop, DELETE, { id: "gid://shopify/Order/1" })).errors).toMatchObject([
      {
        message: "invalid id",
        path: ["segmentDelete"],
        extensions: { code: "RESOURCE_NOT_FOUND" },
      },
    ]);
    expect(
      await askFor(
        shop,
        `query ($c: ID!) { customerSegmentMembership(customerId: $c, segmentIds: ["gid://shopify/Segment/1"]) { memberships { isMember } } }`,
        { c: customerGid(shop) },
      ),
    ).toEqual({ memberships: [] });
  });

  test("functions are spelt as the API version has it", async () => {
    const CREATE = `mutation ($query: String!) { segmentCreate(name: "Buyers", query: $query) { segment { query } userErrors { field message } } }`;
    const old = "products_purchased(id: 1) = true";
    const current = "products_purchased MATCHES (id = 1)";
    for (const [version, right, wrong] of [
      ["2026-07", old, current],
      ["2026-10", current, old],
    ] as const) {
      const accepted = await ask(shop, CREATE, { query: right }, version);
      expect(accepted.data).toMatchObject({ segmentCreate: { segment: { query: right } } });
      const refused = await ask(shop, CREATE, { query: wrong }, version);
      expect(refused.data).toMatchObject({
        segmentCreate: { segment: null, userErrors: [{ field: ["query"] }] },
      });
    }
  });

  test("a number at the end of a taken name is counted on", async () => {
    const CREATE = `mutation ($name: String!) { segmentCreate(name: $name, query: "number_of_orders > 1") { segment { name } } }`;
    const names = [];
    for (const name of ["Fans", "Fans", "Fans (2)"])
      names.push(await askFor(shop, CREATE, { name }));
    expect(names).toEqual(["Fans", "Fans (2)", "Fans (3)"].map((name) => ({ segment: { name } })));
  });

  test("filters and their values are offered", async () => {
    expect(
      await ask(
        shop,
        `{ segmentFilters(first: 2) { nodes { __typename queryName localizedName multiValue } }
           segmentFilterSuggestions(first: 3, search: "order") { nodes { queryName } }
           segmentValueSuggestions(first: 3, search: "news", filterQueryName: "customer_tags") { nodes { queryName localizedValue } }
           segmentMigrations(first: 1) { nodes { id } } }`,
      ),
    ).toMatchObject({
      data: {
        segmentFilters: {
          nodes: [
            {
              __typename: "SegmentAssociationFilter",
              queryName: "customer_tags",
              localizedName: "Customer tags",
              multiValue: true,
            },
            { __typename: "SegmentEventFilter", queryName: "orders_placed", multiValue: false },
          ],
        },
        segmentFilterSuggestions: { nodes: [{ queryName: "orders_placed" }, {}, {}] },
        segmentValueSuggestions: {
          nodes: [{ queryName: "newsletter", localizedValue: "newsletter" }],
        },
        segmentMigrations: { nodes: [] },
      },
    });
  });
});
