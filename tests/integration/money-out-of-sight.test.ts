/** Without read_all_orders the admin's figure holds orders that nobody here can read, and the difference says so. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveOrders } from "../../app/persistence/orders.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { defaultProgram, netMoney } from "../../app/scoring/index.ts";
import { createAdminClient } from "../../app/shopify/admin-client.ts";
import { fetchOrders } from "../../app/shopify/fetch-orders.ts";
import { openShopifyNetwork } from "../../app/shopify/simulated-network.ts";
import { ShopifyCallFailed } from "../../app/shopify/shopify-call-failed.ts";
import { readCustomerMoney, readMoneyFigures } from "../../app/use-cases/pages/money-figures.ts";
import { orderOf } from "../../simulated-shop/scenarios/scenario-parts.ts";
import {
  startSimulatedShop,
  type SimulatedShop,
} from "../../simulated-shop/start-simulated-shop.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

let app: TestApp;
let simulated: SimulatedShop;
let shop: string;

beforeAll(async () => {
  app = await openTestApp();
  simulated = await startSimulatedShop({
    scenario: "one-customer",
    scopes: ["read_orders", "read_customers", "read_products"],
  });
  ({ shop } = simulated);
  const { world } = simulated;
  for (const customer of world.customers.values()) orderOf(world, customer, 90, 5);
  const { fetch } = openShopifyNetwork(simulated.url, "http://127.0.0.1");
  const accessToken = () => Promise.resolve(simulated.accessToken);
  const admin = createAdminClient({ shop, accessToken, fetch });
  app.adminOf = () => Promise.resolve(admin);
  const region = { currencyCode: "GBP", timeZone: "Europe/London" };
  await saveInstallation(app.db, shop, region, new Date());
  await insertProgram(app.db, shop, 1, defaultProgram, new Date());
  const { orders } = await fetchOrders(admin, [...simulated.world.orders.keys()].map(BigInt));
  await app.db.$transaction((tx) => saveOrders(tx, shop, orders));
});
afterAll(async () => {
  await simulated.close();
  await app.close();
});

const notRead = {
  kind: "compared",
  reconciliation: {
    oursMinor: 2000,
    adminMinor: 7000,
    differenceMinor: -5000,
    reasons: [{ reason: "orders-not-read", minor: -5000 }],
    ordersNotRead: 1,
  },
};

test("of the shop", async () => {
  expect((await readMoneyFigures(app, shop, netMoney)).against).toMatchObject(notRead);
});

test("of a customer", async () => {
  const [id = 0] = simulated.world.customers.keys();
  expect(await readCustomerMoney(app, shop, BigInt(id))).toMatchObject(notRead);
});

test("when Shopify does not answer, our own figure stands alone", async () => {
  app.adminOf = () => Promise.reject(new ShopifyCallFailed("unreachable", shop, "spending", ""));
  expect(await readMoneyFigures(app, shop, netMoney)).toEqual({
    asked: { countedMinor: 2000, countedOrders: 1 },
    live: { countedMinor: 2000, countedOrders: 1 },
    against: { kind: "shopify-silent" },
  });
});
