/** Shopify's news that a bulk operation has ended. */
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bulkFinished } from "../../app/use-cases/orders-in/events/bulk-finished.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const shop = "one.myshopify.com";
const now = new Date("2026-06-30T12:00:00Z");

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

async function hear(operationId: number): Promise<void> {
  const act = await bulkFinished(app, shop, { operationId: String(operationId) });
  await app.db.$transaction(act);
}

test("starts the work that waits for the operation, in case its worker is gone", async () => {
  const begun = { shop, startedAt: now, progressAt: now };
  await app.db.orderImport.create({ data: { ...begun, operationId: 1n } });
  await app.db.reconciliation.create({
    data: {
      shop,
      id: randomUUID(),
      kind: "full",
      operationId: 2n,
      requestedAt: now,
      progressAt: now,
    },
  });
  await app.db.bulkWrite.create({
    data: { shop, id: randomUUID(), step: "add-tags", operationId: 3n, lines: 1, startedAt: now },
  });
  for (const operationId of [1, 2, 3]) await hear(operationId);
  expect(app.asked).toEqual(["import-orders", "reconcile-orders", "publish"]);
});

test("of an operation nobody waits for is no work: one done with, paused, another shop's or another app's", async () => {
  const begun = { startedAt: now, progressAt: now, operationId: 1n };
  await app.db.orderImport.create({ data: { ...begun, shop, finishedAt: now } });
  await app.db.orderImport.create({ data: { ...begun, shop: "two.myshopify.com" } });
  await hear(1);
  await app.db.orderImport.update({ where: { shop }, data: { finishedAt: null, pausedAt: now } });
  await hear(1);
  await hear(4);
  expect(app.asked).toEqual([]);
});
