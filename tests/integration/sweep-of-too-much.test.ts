import { afterAll, beforeAll, expect, test } from "vitest";
import { saveOrders } from "../../app/persistence/orders.ts";
import {
  readLastReconciliations,
  requestReconciliation,
} from "../../app/persistence/reconciliations.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { createAdminClient } from "../../app/shopify/admin-client.ts";
import { sweepOrders } from "../../app/use-cases/reconciling/sweep-orders.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const shop = "one.myshopify.com";
const at = new Date("2026-06-01T10:00:00Z");
let app: TestApp;
let pages = 0;

/** A shop that always has another page of the order the ledger holds. */
const stamp = {
  id: "gid://shopify/Order/1",
  updatedAt: at.toISOString(),
  cancelledAt: null,
  customer: null,
  totalPriceSet: { shopMoney: { amount: "10.0", currencyCode: "GBP" } },
  totalRefundedSet: { shopMoney: { amount: "0.0" } },
};
function answerPage(): Promise<Response> {
  pages += 1;
  const pageInfo = { hasNextPage: true, endCursor: `page ${pages}` };
  const nodes = Array.from({ length: 250 }, () => stamp);
  return Promise.resolve(Response.json({ data: { orders: { nodes, pageInfo } } }));
}

beforeAll(async () => {
  app = await openTestApp();
  app.adminOf = () =>
    Promise.resolve(
      createAdminClient({
        shop,
        accessToken: () => Promise.resolve("token"),
        fetch: answerPage,
      }),
    );
  await saveInstallation(app.db, shop, { currencyCode: "GBP", timeZone: "UTC" }, at);
  const order = {
    orderId: 1n,
    customerId: null,
    name: "#1",
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    test: false,
    totalMinorUnits: 1_000n,
    refundedMinorUnits: 0n,
  };
  await app.db.$transaction((tx) => saveOrders(tx, shop, [order]));
  app.asked.length = 0;
});
afterAll(() => app.close());

test("a sweep of more than Shopify pages ends, and leaves the rest to a full reconciliation", async () => {
  await requestReconciliation(app.db, shop, "sweep", new Date());
  await sweepOrders(app, shop, new AbortController().signal);
  expect(pages).toBe(80);
  expect(app.asked).toEqual(["reconcile-orders"]);
  const sweeps = await readLastReconciliations(app.db, shop, "sweep");
  expect(sweeps.finished).toMatchObject({ ordersSeen: 20_000, ordersRepaired: 0 });
  const full = await readLastReconciliations(app.db, shop, "full");
  expect(full.requested).toMatchObject({ finishedAt: null });
});
