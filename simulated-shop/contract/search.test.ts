import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCustomer } from "../world/add-customer.ts";
import { changeCustomerTags } from "../world/change-customer-tags.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
  const ada = addCustomer(shop.world, {
    email: "Ada.Lovelace@example.org",
    firstName: "Ada",
    lastName: "Lovelace",
    countryCode: "CA",
  });
  changeCustomerTags(shop.world, ada, ["tier:core", "VIP"]);
});
afterAll(() => shop.close());

async function findEmails(query: string): Promise<string[]> {
  const found = (await askFor(
    shop,
    "query ($q: String!) { customers(first: 250, query: $q) { nodes { email } } }",
    { q: query },
  )) as { nodes: { email: string }[] };
  return found.nodes.map(({ email }) => email);
}

async function countOrders(query: string): Promise<number> {
  const { count } = (await askFor(
    shop,
    "query ($q: String!) { ordersCount(query: $q, limit: null) { count } }",
    { q: query },
  )) as { count: number };
  return count;
}

describe("customers", () => {
  test.each([
    "email:ada.lovelace@example.org",
    "first_name:ada last_name:Love*",
    "tag:'tier:core'",
    "tag:vip country:Canada",
    "tag:VIP AND country:CA",
    "Lovelace",
    "Ad*",
    "state:disabled tag:'nobody,vip'",
    "orders_count:0 tag:*  -tag:newsletter email:*@example.org OR tag:'tier:core'",
  ])("%s finds her", async (query) => {
    expect(await findEmails(query)).toContain("Ada.Lovelace@example.org");
  });

  test.each(["first_name:Bob tag:vip", "country:Germany tag:vip", "tag_not:VIP ada", "NOT ada"])(
    "%s does not",
    async (query) => {
      expect(await findEmails(query)).not.toContain("Ada.Lovelace@example.org");
    },
  );

  test("amounts and numbers of orders are compared as numbers", async () => {
    const spenders = await findEmails("total_spent:>100 orders_count:2..3");
    for (const email of spenders) {
      const customer = shop.world.customersByEmail.get(email);
      expect([2, 3]).toContain(customer?.orders.filter(({ test: isTest }) => !isTest).length);
    }
    expect(spenders.length).toBeGreaterThan(0);
  });

  test("a filter that Shopify has and this shop has no data for fails by name", async () => {
    const { errors } = await ask(
      shop,
      `{ customers(first: 1, query: "last_abandoned_order_date:>2026-01-01") { nodes { id } } }`,
    );
    expect(errors).toMatchObject([
      { message: expect.stringContaining("last_abandoned_order_date") as unknown },
    ]);
  });
});

describe("orders", () => {
  test("statuses, dates and ranges narrow the list down", async () => {
    const all = shop.world.orders.size;
    expect(await countOrders("status:any")).toBe(all);
    expect(
      (await countOrders("created_at:<2026-01-01")) + (await countOrders("created_at:>=2026")),
    ).toBe(all);
    expect(await countOrders("created_at:'2025-01-01..2025-12-31'")).toBe(
      await countOrders("created_at:2025"),
    );
    expect(await countOrders("financial_status:paid,pending")).toBe(
      [...shop.world.orders.values()].filter(({ financialStatus }) => financialStatus === "paid")
        .length,
    );
    expect(await countOrders("created_at:>now")).toBe(0);
  });

  test("a name is found with and without its number sign", async () => {
    expect(await countOrders("name:1001")).toBe(1);
    expect(await countOrders("name:#1001")).toBe(1);
  });
});

describe("what is not understood", () => {
  test("customersCount knows only ids and dates, and no words: it counts all and warns", async () => {
    const { data, extensions } = await ask(
      shop,
      `{ matching: customersCount(query: "email:grace@example.com") { count } word: customersCount(query: "ada") { count } }`,
    );
    const count = shop.world.customers.size;
    expect(data).toEqual({ matching: { count }, word: { count } });
    expect(extensions?.search).toEqual([
      {
        path: ["matching"],
        query: "email:grace@example.com",
        parsed: { field: "email", match_all: "grace@example.com" },
        warnings: [
          {
            field: "email",
            message: "Invalid search field for this query.",
            code: "invalid_field",
          },
        ],
      },
      {
        path: ["word"],
        query: "ada",
        parsed: { field: "default", match_all: "ada" },
        warnings: [
          {
            field: "default",
            message: "Input must use named search fields in this query.",
            code: "missing_named_field",
          },
        ],
      },
    ]);
  });

  test("one notice tells how the whole search was read, ranges first", async () => {
    const { extensions } = await ask(
      shop,
      `{ orders(first: 1, query: "made_up:1 tag:'a b' AND updated_at:>=2026-01-01") { nodes { id } } }`,
    );
    expect(extensions?.search).toMatchObject([
      {
        parsed: {
          and: [
            { field: "updated_at", range_gte: "2026-01-01" },
            { field: "made_up", match_all: "1" },
            { field: "tag", match_phrase: "a b" },
          ],
        },
        warnings: [{ field: "made_up" }],
      },
    ]);
  });

  test("a status that is none matches nothing and is warned of", async () => {
    const { data, extensions } = await ask(
      shop,
      `{ ordersCount(query: "financial_status:gone") { count } }`,
    );
    expect(data).toEqual({ ordersCount: { count: 0 } });
    expect(extensions?.search).toMatchObject([
      { warnings: [{ message: "Input `gone` is not an accepted value.", code: "invalid_value" }] },
    ]);
  });
});

test("searches lag as long as was asked for; reading by id does not", async () => {
  const lagging = await startSmallShop({ searchLagSeconds: 3600 });
  try {
    const [known] = lagging.world.customers.values();
    if (known === undefined) throw new Error("no customer");
    changeCustomerTags(lagging.world, known, ["late"]);
    const fresh = addCustomer(lagging.world, { email: "fresh@example.com" });
    const find = (query: string) =>
      askFor(
        lagging,
        "query ($q: String!) { customers(first: 5, query: $q) { nodes { email } } }",
        {
          q: query,
        },
      );
    expect(await find("tag:late")).toEqual({ nodes: [] });
    expect(await find("email:fresh@example.com")).toEqual({ nodes: [] });
    expect(await find(`id:${fresh.id}`)).toEqual({ nodes: [{ email: "fresh@example.com" }] });
    expect(await find(`email:"${known.email}"`)).toEqual({ nodes: [{ email: known.email }] });
  } finally {
    await lagging.close();
  }
});
