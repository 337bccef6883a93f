import { afterAll, beforeAll, expect, test } from "vitest";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, startSmallShop } from "./api-client.test-support.ts";

let shop: SimulatedShop;
beforeAll(async () => {
  shop = await startSmallShop();
});
afterAll(() => shop.close());

test("an answer carries what it cost and what is left", async () => {
  const { extensions } = await ask(shop, "{ orders(first: 10) { nodes { id customer { id } } } }");
  expect(extensions?.cost).toMatchObject({ requestedQueryCost: 10, actualQueryCost: 10 });
  expect(extensions?.cost?.throttleStatus).toMatchObject({
    maximumAvailable: 2000,
    restoreRate: 100,
  });
});

test("a query above 1,000 points is refused without costing anything", async () => {
  const nested =
    "orders(first: 250) { nodes { id lineItems(first: 250) { nodes { id product { id } variant { id } } } customer { id orders(first: 250) { nodes { id customer { id } refunds { id } } } } } }";
  const { data, errors } = await ask(shop, `{ a: ${nested} b: ${nested} }`);
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([{ extensions: { code: "MAX_COST_EXCEEDED", maxCost: 1000 } }]);
});

test("an empty bucket throttles with HTTP 200, tells what is missing, and refills with time", async () => {
  const counts = Array.from({ length: 99 }, (_, index) => `c${index}: ordersCount { count }`).join(
    " ",
  );
  let answer = await ask(shop, `{ ${counts} }`);
  for (let round = 0; round < 4 && answer.errors === undefined; round += 1)
    answer = await ask(shop, `{ ${counts} }`);
  expect(answer.errors).toEqual([
    {
      message: "Throttled",
      extensions: { code: "THROTTLED", documentation: "https://shopify.dev/api/usage/rate-limits" },
    },
  ]);
  const cost = answer.extensions?.cost;
  expect(cost).toMatchObject({ requestedQueryCost: 990, actualQueryCost: null });
  expect(cost?.throttleStatus.currentlyAvailable).toBeLessThan(990);
  // A cheap query still passes: the bucket is low, not closed.
  expect((await ask(shop, "{ shop { name } }")).errors).toBeUndefined();
});
