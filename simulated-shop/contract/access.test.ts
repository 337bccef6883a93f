import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SimulatedShopOptions } from "../simulated-shop-options.ts";
import type { SimulatedShop } from "../start-simulated-shop.ts";
import { ask, askFor, customerGid, startSmallShop } from "./api-client.test-support.ts";

const HELP = "https://shopify.dev/docs/apps/launch/protected-customer-data";

/** Starts a shop for the tests of one block. */
function useShop(options: SimulatedShopOptions): () => SimulatedShop {
  let shop: SimulatedShop;
  beforeAll(async () => {
    shop = await startSmallShop(options);
  });
  afterAll(() => shop.close());
  return () => shop;
}

describe("without a scope", () => {
  const shop = useShop({ scopes: ["read_orders", "read_all_orders"] });

  test("an object is null and the error names what is required", async () => {
    const { data, errors } = await ask(shop(), `{ customer(id: "${customerGid(shop())}") { id } }`);
    expect(data).toEqual({ customer: null });
    expect(errors).toMatchObject([
      {
        message:
          "Access denied for customer field. Required access: `read_customers` access scope.",
        path: ["customer"],
        extensions: {
          code: "ACCESS_DENIED",
          documentation: "https://shopify.dev/api/usage/access-scopes",
          requiredAccess: "`read_customers` access scope.",
        },
      },
    ]);
  });

  test("a connection's error names nothing, and a node is denied by its own type", async () => {
    const list = await ask(shop(), "{ customers(first: 1) { nodes { id } } }");
    expect(list.errors).toMatchObject([{ message: "Access denied for customers field." }]);
    const { data, errors } = await ask(shop(), `{ node(id: "${customerGid(shop())}") { id } }`);
    expect(data).toEqual({ node: null });
    expect(errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
  });

  test("a mutation changes nothing", async () => {
    const { data, errors } = await ask(
      shop(),
      `mutation { customerUpdate(input: { id: "${customerGid(shop())}", note: "x" }) { userErrors { message } } }`,
    );
    expect(data).toEqual({ customerUpdate: null });
    expect(errors).toMatchObject([{ extensions: { code: "ACCESS_DENIED" } }]);
    expect([...shop().world.customers.values()].some(({ note }) => note === "x")).toBe(false);
  });

  test("what is inside an allowed object can be denied by itself", async () => {
    const { data, errors } = await ask(
      shop(),
      "{ orders(first: 1) { nodes { name customer { id } } } }",
    );
    expect(data).toEqual({ orders: { nodes: [{ name: "#1001", customer: null }] } });
    expect(errors).toMatchObject([{ path: ["orders", "nodes", 0, "customer"] }]);
  });
});

describe("read_orders without read_all_orders", () => {
  const shop = useShop({ scopes: ["read_orders", "read_customers"] });

  test("reaches sixty days back, in lists, counts, searches and by id", async () => {
    const all = [...shop().world.orders.values()];
    const sinceMs = shop().world.clock.nowMs() - 60 * 86_400_000;
    const recent = all.filter(({ createdAtMs }) => createdAtMs >= sinceMs);
    const old = all.find(({ createdAtMs }) => createdAtMs < sinceMs);
    expect(recent.length).toBeGreaterThan(0);
    expect(await askFor(shop(), "{ ordersCount { count } }")).toEqual({ count: recent.length });
    expect(await askFor(shop(), `{ ordersCount(query: "status:any") { count } }`)).toEqual({
      count: recent.length,
    });
    expect(
      await askFor(shop(), `{ order(id: "gid://shopify/Order/${old?.id}") { id } }`),
    ).toBeNull();
    expect(
      await askFor(shop(), `{ node(id: "gid://shopify/Order/${old?.id}") { id } }`),
    ).toBeNull();
  });
});

describe("protected customer data", () => {
  const none = useShop({ protectedData: "none" });
  const level1 = useShop({ protectedData: "level1" });

  test("without approval there are no customers and orders", async () => {
    const { errors } = await ask(none(), "{ orders(first: 1) { nodes { id } } }");
    expect(errors).toMatchObject([
      {
        message: `This app is not approved to access the Order object. See ${HELP} for more details.`,
        path: ["orders"],
        extensions: { code: "ACCESS_DENIED", documentation: HELP },
      },
    ]);
    const one = await ask(none(), `{ customer(id: "${customerGid(none())}") { id } }`);
    expect(one.data).toEqual({ customer: null });
    expect(await askFor(none(), "{ shop { currencyCode } }")).toEqual({ currencyCode: "GBP" });
  });

  test("level 1 gives everything but names and contacts, which are null with an error each", async () => {
    const { data, errors } = await ask(
      level1(),
      `{ customer(id: "${customerGid(level1())}") { tags numberOfOrders firstName email } }`,
    );
    expect(data).toMatchObject({
      customer: { numberOfOrders: expect.any(String) as unknown, firstName: null, email: null },
    });
    expect(errors).toMatchObject([
      {
        message: `This app is not approved to access the firstName field. See ${HELP} for more details.`,
        path: ["customer", "firstName"],
      },
      { path: ["customer", "email"], extensions: { code: "ACCESS_DENIED" } },
    ]);
  });
});
