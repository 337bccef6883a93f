import type { Transaction } from "../../persistence/database.ts";
import {
  readOrderImport,
  updateOrderImport,
  type OrderImport,
} from "../../persistence/order-imports.ts";
import { saveImportedLines } from "../../persistence/order-lines.ts";
import { saveImportedOrders } from "../../persistence/orders.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { countOrders } from "../../shopify/count-orders.ts";
import { readBulkOperation } from "../../shopify/read-bulk-operation.ts";
import { startOrdersBulkQuery } from "../../shopify/start-orders-bulk-query.ts";
import { streamOrders } from "../../shopify/stream-orders.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { pause } from "../pause.ts";

/** Rows of the result in one transaction: orders and their lines. */
const batchSize = 2_000;
const pollEveryMs = 1_000;

/**
 * Reads all orders of a shop by one bulk query. What is done is noted in the same transaction as the orders
 * themselves, so a worker killed anywhere is followed by one that goes on from there.
 */
export async function importOrders(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const importing = await readOrderImport(app.db, shop);
  if (importing === null || importing.finishedAt !== null) return;
  const record = await findOpenShop(app, shop);
  if (record === null) return;

  const admin = await app.adminOf(shop);
  const url = importing.resultUrl ?? (await prepareResult(app, admin, importing, signal));
  if (url !== null) await readResult(app, admin, record, importing, url, signal);
  await app.db.$transaction(async (tx) => {
    await noteProgress(tx, shop, { finishedAt: new Date(), problem: null });
    await app.enqueue(tx, "score-base", { shop, kind: "import" });
  });
  app.log.info({ shop }, "orders imported");
}

/** The address of the finished bulk result; null when the shop has no orders. */
async function prepareResult(
  app: App,
  admin: AdminClient,
  importing: OrderImport,
  signal: AbortSignal,
): Promise<string | null> {
  const { shop } = importing;
  await noteProgress(app.db, shop, { ordersTotal: await countOrders(admin) });
  let operationId = importing.operationId;
  if (operationId === null) {
    operationId = await startOrdersBulkQuery(admin);
    await noteProgress(app.db, shop, { operationId });
  }
  for (;;) {
    const operation = await readBulkOperation(admin, operationId);
    if (operation.kind === "completed") {
      await noteProgress(app.db, shop, { resultUrl: operation.url });
      return operation.url;
    }
    if (operation.kind === "failed") {
      // The next attempt starts a new operation; orders written so far stay and are recognised.
      await noteProgress(app.db, shop, { operationId: null, problem: operation.reason });
      throw new Error(`the bulk query of ${shop} ended as ${operation.reason}`);
    }
    await pause(pollEveryMs, signal);
  }
}

async function readResult(
  app: App,
  admin: AdminClient,
  { shop, currencyCode }: Shop,
  importing: OrderImport,
  url: string,
  signal: AbortSignal,
): Promise<void> {
  const { startedAt } = importing;
  let { ordersDone } = importing;
  const options = { skip: importing.rowsDone, batchSize, currencyCode };
  for await (const { orders, lines, rowsDone } of streamOrders(admin, url, options)) {
    signal.throwIfAborted();
    ordersDone += orders.length;
    await app.db.$transaction(async (tx) => {
      await saveImportedOrders(tx, shop, orders, startedAt);
      await saveImportedLines(tx, shop, lines, startedAt);
      await noteProgress(tx, shop, { ordersDone, rowsDone });
    });
  }
}

async function noteProgress(
  db: Transaction,
  shop: string,
  changes: Parameters<typeof updateOrderImport>[2],
): Promise<void> {
  await updateOrderImport(db, shop, { ...changes, progressAt: new Date() });
}
