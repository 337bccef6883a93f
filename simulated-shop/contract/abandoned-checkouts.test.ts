import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
  shop.world.checkouts.clear();
});
afterAll(() => shop.close());

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FIELDS = `id name createdAt updatedAt completedAt customer { id } lineItemsQuantity
  subtotalPriceSet { shopMoney { amount } } totalPriceSet { shopMoney { amount currencyCode } }
  lineItems(first: 5) { nodes { id quantity product { id } originalTotalPriceSet { shopMoney { amount } } } }`;

async function list(query = ""): Promise<{ id: string; completedAt: string | null }[]> {
  const answer = await askFor(
    shop,
    `query ($query: String) { abandonedCheckouts(first: 50, query: $query) { nodes { ${FIELDS} } } }`,
    { query },
  );
  return (answer as { nodes: { id: string; completedAt: string | null }[] }).nodes;
}

async function simulate(path: string, body: object = {}): Promise<Record<string, unknown>> {
  const response = await fetch(`${shop.url}/simulate/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

async function leave(quantity = 1): Promise<number> {
  const productId = [...shop.world.products.keys()][0];
  const customerId = customerGid(shop);
  const lines = [{ productId, quantity }];
  const left = await simulate("checkout", { customerId, lines, shipping: "3.95", leave: true });
  return (left["checkout"] as { id: number }).id;
}

test("a checkout that was left is abandoned after ten minutes, with its customer, products and prices", async () => {
  const product = [...shop.world.products.values()][0];
  const orders = shop.world.orders.size;
  const id = await leave(2);
  expect(await list()).toEqual([]);
  shop.world.clock.advanceByMs(10 * MINUTE_MS);
  const goods = `${((product?.priceMinor ?? 0) * 2) / 100}`;
  expect(await list()).toEqual([
    {
      id: `gid://shopify/AbandonedCheckout/${id}`,
      name: `#${id}`,
      createdAt: "2026-06-30T22:59:59Z",
      updatedAt: "2026-06-30T22:59:59Z",
      completedAt: null,
      customer: { id: customerGid(shop) },
      lineItemsQuantity: 2,
      subtotalPriceSet: { shopMoney: { amount: expect.stringContaining(goods) as string } },
      totalPriceSet: {
        shopMoney: { amount: expect.stringMatching(/^\d+\.\d+$/) as string, currencyCode: "GBP" },
      },
      lineItems: {
        nodes: [
          {
            id: expect.stringMatching(
              /^gid:\/\/shopify\/AbandonedCheckoutLineItem\/\d+$/,
            ) as string,
            quantity: 2,
            product: { id: `gid://shopify/Product/${product?.id}` },
            originalTotalPriceSet: {
              shopMoney: { amount: expect.stringContaining(goods) as string },
            },
          },
        ],
      },
    },
  ]);
  expect(shop.world.orders.size).toBe(orders);
});

test("one that is completed later stays, with the moment and as changed", async () => {
  const [left] = await list();
  const id = left?.id ?? "";
  shop.world.clock.advanceByMs(60 * MINUTE_MS);
  const paid = await simulate(`checkouts/${id.split("/").at(-1)}/complete`);
  expect(paid["order"]).toMatchObject({ name: expect.stringMatching(/^#\d+$/) as string });
  const [completed] = await list();
  expect(completed).toMatchObject({
    id,
    completedAt: expect.stringMatching(/^2026-07-01T/) as string,
  });
  expect(await list("recovery_state:not_recovered")).toEqual([]);
  expect(await list(`updated_at:>='${completed?.completedAt}'`)).toHaveLength(1);
  expect(await list("updated_at:>='2026-07-02'")).toEqual([]);
  expect(String((await simulate(`checkouts/${id.split("/").at(-1)}/complete`))["error"])).toMatch(
    /completed already/,
  );
});

test("one that is completed within ten minutes never was abandoned", async () => {
  const before = await list();
  await simulate(`checkouts/${await leave()}/complete`);
  shop.world.clock.advanceByMs(DAY_MS);
  expect(await list()).toEqual(before);
});

test("after three months those that nobody touched go, completed ones stay", async () => {
  await leave();
  shop.world.clock.advanceByMs(DAY_MS);
  expect(await list("recovery_state:not_recovered")).toHaveLength(1);
  shop.world.clock.advanceByMs(105 * DAY_MS);
  expect(await list("recovery_state:not_recovered")).toEqual([]);
  expect(await list()).toHaveLength(1);
  expect(await askFor(shop, "{ abandonedCheckoutsCount { count precision } }")).toEqual({
    count: 1,
    precision: "EXACT",
  });
});

test("who left one lately is in the segment, and it needs the right to read orders", async () => {
  await leave();
  shop.world.clock.advanceByMs(DAY_MS);
  const query = "abandoned_checkout_date >= -7d";
  const members = `query ($query: String!) { customerSegmentMembers(first: 5, query: $query) { totalCount } }`;
  expect(await askFor(shop, members, { query })).toEqual({ totalCount: 1 });
  shop.grantScopes(["read_customers"]);
  const { errors } = await ask(shop, "{ abandonedCheckouts(first: 1) { nodes { id } } }");
  expect(errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
});
