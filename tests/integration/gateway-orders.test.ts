import { afterAll, beforeAll, expect, test } from "vitest";
import type { AdminClient } from "../../app/shopify/admin-client.ts";
import { countOrders } from "../../app/shopify/count-orders.ts";
import { fetchOrders } from "../../app/shopify/fetch-orders.ts";
import { findCustomers } from "../../app/shopify/find-customers.ts";
import { listOrderStamps } from "../../app/shopify/list-order-stamps.ts";
import type { WholeOrderSnapshot } from "../../app/shopify/order-snapshot.ts";
import { readBulkOperation } from "../../app/shopify/read-bulk-operation.ts";
import { readCustomerNames } from "../../app/shopify/read-customer-names.ts";
import { readShop } from "../../app/shopify/read-shop.ts";
import { startOrdersBulkQuery } from "../../app/shopify/start-orders-bulk-query.ts";
import { streamOrders } from "../../app/shopify/stream-orders.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { openGateway } from "./gateway-simulated-shop.ts";

let simulated: SimulatedShop;
let admin: AdminClient;
let exported: WholeOrderSnapshot[];

beforeAll(async () => {
  ({ simulated, admin } = await openGateway());
  exported = await exportOrders(admin);
});
afterAll(() => simulated.close());

async function exportOrders(admin: AdminClient): Promise<WholeOrderSnapshot[]> {
  const operationId = await startOrdersBulkQuery(admin);
  for (;;) {
    const operation = await readBulkOperation(admin, operationId);
    if (operation.kind === "failed") throw new Error(operation.reason);
    if (operation.kind === "running" || operation.url === null) continue;
    const orders = new Map<bigint, WholeOrderSnapshot>();
    const options = { fromByte: 0, batchSize: 100, currencyCode: "GBP" };
    for await (const batch of streamOrders(admin, operation.url, options)) {
      for (const order of batch.orders) orders.set(order.orderId, { ...order, lines: [] });
      for (const { orderId, line } of batch.lines) orders.get(orderId)?.lines.push(line);
    }
    return [...orders.values()];
  }
}

test("the shop says its currency and time zone", async () => {
  expect(await readShop(admin)).toEqual({ currencyCode: "GBP", timeZone: "Europe/London" });
});

test("a bulk query exports every order that is counted, each once", async () => {
  expect(exported).toHaveLength(await countOrders(admin));
  expect(new Set(exported.map(({ orderId }) => orderId)).size).toBe(exported.length);
  expect(exported.some(({ customerId }) => customerId === null)).toBe(true);
  expect(exported.some(({ refundedMinorUnits }) => refundedMinorUnits > 0n)).toBe(true);
});

test("the parts of every order add up to its total: goods are what its lines came to", () => {
  for (const { orderId, totalMinorUnits, parts, lines } of exported) {
    const { shippingMinorUnits, shippingTaxMinorUnits, extrasMinorUnits } = parts;
    const goods = lines.reduce((sum, { netMinorUnits }) => sum + netMinorUnits, 0n);
    const added = goods + shippingMinorUnits + shippingTaxMinorUnits + extrasMinorUnits;
    expect([orderId, added]).toEqual([orderId, totalMinorUnits]);
    expect(parts.taxLeftMinorUnits).toBeLessThanOrEqual(parts.taxMinorUnits);
    expect(parts.shippingLeftMinorUnits).toBeLessThanOrEqual(shippingMinorUnits);
  }
  expect(exported.some(({ lines }) => lines.some(({ isGiftCard }) => isGiftCard))).toBe(true);
  expect(new Set(exported.map(({ context }) => context.presentmentCurrency)).size).toBeGreaterThan(
    3,
  );
});

test("an order fetched by its number is the order that was exported", async () => {
  const some = exported.slice(0, 60);
  const { orders, missing } = await fetchOrders(admin, [
    ...some.map(({ orderId }) => orderId),
    999n,
  ]);
  expect(orders).toEqual(some);
  expect(missing).toEqual([999n]);
});

test("paging by Shopify's stamp finds the orders that changed since, and no others", async () => {
  const since = new Date("2026-05-01T00:00:00Z");
  const changed: bigint[] = [];
  let cursor: string | null = null;
  do {
    const page = await listOrderStamps(admin, since, cursor);
    changed.push(...page.stamps.map(({ orderId }) => orderId));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const expected = exported
    .filter(({ updatedAt }) => updatedAt >= since)
    .map(({ orderId }) => orderId);
  expect(expected.length).toBeGreaterThan(0);
  expect(changed.toSorted()).toEqual(expected.toSorted());
});

test("a customer's name leads to the customer", async () => {
  const customerId = exported.find((order) => order.customerId !== null)?.customerId ?? 0n;
  const name = (await readCustomerNames(admin, [customerId, 999n])).get(customerId) ?? "";
  expect(name).toMatch(/\w/);
  expect(await findCustomers(admin, name)).toContain(customerId);
  expect(await findCustomers(admin, name.slice(0, 3))).toContain(customerId);
});

test("without the scope for products a bulk query still brings every order, its products unknown", async () => {
  const { simulated: closed, admin: reader } = await openGateway({
    scopes: ["read_orders", "read_all_orders", "read_customers"],
  });
  try {
    const orders = await exportOrders(reader);
    expect(orders.map(({ orderId }) => orderId)).toEqual(exported.map(({ orderId }) => orderId));
    const products = orders.flatMap(({ lines }) => lines.map(({ product }) => product));
    expect(products.length).toBeGreaterThan(0);
    expect(new Set(products)).toEqual(new Set([null]));
    expect(orders.map(({ parts }) => parts)).toEqual(exported.map(({ parts }) => parts));
  } finally {
    await closed.close();
  }
});
