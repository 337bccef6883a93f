/** Amounts as the gateway reads them of shops in other currencies, and the admin's own figures. */
import { afterEach, expect, test } from "vitest";
import { createAdminClient, type AdminClient } from "../../app/shopify/admin-client.ts";
import { fetchOrders } from "../../app/shopify/fetch-orders.ts";
import { readCustomerSpending, readShopSpending } from "../../app/shopify/read-spending.ts";
import { openShopifyNetwork } from "../../app/shopify/simulated-network.ts";
import { header, row, useTestFolder } from "../../order-export/testing/test-export.ts";
import type { SimulatedShopOptions } from "../../simulated-shop/simulated-shop-options.ts";
import {
  startSimulatedShop,
  type SimulatedShop,
} from "../../simulated-shop/start-simulated-shop.ts";

const folder = useTestFolder();
let simulated: SimulatedShop;
afterEach(() => simulated.close());

async function open(options: SimulatedShopOptions): Promise<AdminClient> {
  simulated = await startSimulatedShop(options);
  const { fetch } = openShopifyNetwork(simulated.url, "http://127.0.0.1");
  const accessToken = () => Promise.resolve(simulated.accessToken);
  return createAdminClient({ shop: simulated.shop, accessToken, fetch });
}

test.each([
  ["JPY", "1200", "200", 1200n, 200n],
  ["KWD", "12.345", "0.005", 12_345n, 5n],
  ["GBP", "12.30", "0.05", 1230n, 5n],
])("a shop's amounts in %s are whole minor units", async (currency, total, refunded, ...minor) => {
  const file = await folder.save(header + row({ currency, total, refunded, price: total }));
  const admin = await open({ orders: file, asOf: "2011-05-31" });
  const { orders } = await fetchOrders(admin, [...simulated.world.orders.keys()].map(BigInt));
  expect(orders.map((order) => [order.totalMinorUnits, order.refundedMinorUnits])).toEqual([minor]);
  const left = Number(minor[0] - minor[1]);
  expect(await readShopSpending(admin, currency)).toEqual({ spentMinorUnits: left, orders: 1 });
  const customerId = orders[0]?.customerId ?? 0n;
  expect(await readCustomerSpending(admin, customerId)).toEqual({
    spentMinorUnits: left,
    orders: 1,
  });
});

test("a buyer's own currency changes nothing but its name: amounts are the shop's, at the order's rate", async () => {
  const admin = await open({ scenario: "several-currencies" });
  const { orders } = await fetchOrders(admin, [...simulated.world.orders.keys()].map(BigInt));
  expect(
    Object.fromEntries(
      orders.map(({ context, totalMinorUnits }) => [context.presentmentCurrency, totalMinorUnits]),
    ),
  ).toEqual({ GBP: 3000n, EUR: 3000n, JPY: 3000n, KWD: 3000n });
});

test("a customer Shopify no longer has spent nothing we could compare with", async () => {
  const admin = await open({ scenario: "one-customer" });
  expect(await readCustomerSpending(admin, 999n)).toBeNull();
});
