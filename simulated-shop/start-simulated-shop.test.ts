import { afterEach, describe, expect, test } from "vitest";
import { addCustomer } from "./world/add-customer.ts";
import { ask, askFor } from "./contract/api-client.test-support.ts";
import { SCENARIO_NAMES, isScenarioName } from "./scenarios/build-scenario.ts";
import { startSimulatedShop, type SimulatedShop } from "./start-simulated-shop.ts";

let shop: SimulatedShop;
afterEach(() => shop.close());

describe("reset", () => {
  test("brings back customers, discounts, segments, points and the clock, at the same address", async () => {
    shop = await startSimulatedShop({ scenario: "one-customer" });
    shop.setAppUrl("http://127.0.0.1:3000");
    const { url } = shop;
    const startedAtMs = shop.world.clock.nowMs();
    addCustomer(shop.world, { email: "new@example.com" });
    shop.world.clock.advanceByMs(86_400_000);
    await askFor(
      shop,
      `mutation { segmentCreate(name: "A", query: "number_of_orders > 1") { segment { id } } }`,
    );
    await shop.reset();
    expect(shop.url).toBe(url);
    expect(shop.world.clock.nowMs()).toBe(startedAtMs);
    expect(shop.traffic.requestCount).toBe(0);
    const { data, extensions } = await ask(
      shop,
      "{ customersCount { count } segments(first: 5) { nodes { id } } }",
    );
    expect(data).toEqual({ customersCount: { count: 1 }, segments: { nodes: [] } });
    const { throttleStatus, actualQueryCost } = extensions?.cost ?? {};
    expect(throttleStatus?.currentlyAvailable).toBe(
      (throttleStatus?.maximumAvailable ?? 0) - (actualQueryCost ?? 0),
    );
  });

  test("an operation of before is gone, and so is its result", async () => {
    shop = await startSimulatedShop({ scenario: "one-customer" });
    await askFor(
      shop,
      `mutation { bulkOperationRunQuery(query: "{ orders { edges { node { id } } } }") { bulkOperation { id } } }`,
    );
    await shop.reset();
    expect(await askFor(shop, "{ bulkOperations(first: 5) { nodes { id } } }")).toEqual({
      nodes: [],
    });
  });
});

describe("a scenario", () => {
  test.each(SCENARIO_NAMES)("%s answers the API", async (name) => {
    if (!isScenarioName(name)) throw new Error(name);
    shop = await startSimulatedShop({ scenario: name });
    const orders = (await askFor(
      shop,
      "{ orders(first: 50) { nodes { id totalPriceSet { presentmentMoney { amount currencyCode } } customer { tags } } } }",
    )) as { nodes: object[] };
    expect(orders.nodes).toHaveLength(shop.world.orders.size);
  });

  test("all-ties holds customers whom nothing but their names tells apart", async () => {
    shop = await startSimulatedShop({ scenario: "all-ties" });
    const orders = [...shop.world.orders.values()];
    expect(
      new Set(orders.map(({ createdAtMs, totalMinor }) => `${createdAtMs} ${totalMinor}`)).size,
    ).toBe(1);
    expect(orders).toHaveLength(12);
  });

  test("many-tags stands at Shopify's limit of 250", async () => {
    shop = await startSimulatedShop({ scenario: "many-tags" });
    expect([...shop.world.customers.values()].map(({ tags }) => tags.length)).toEqual([
      248, 249, 250,
    ]);
  });
});
