import {
  noteFailedImport,
  noteImport,
  readOrderImport,
  type OrderImport,
} from "../../persistence/order-imports.ts";
import { countOrders } from "../../shopify/count-orders.ts";
import { readBulkOperation } from "../../shopify/read-bulk-operation.ts";
import { readMissingScopes } from "../../shopify/scopes.ts";
import { startOrdersBulkQuery } from "../../shopify/start-orders-bulk-query.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { pause } from "../pause.ts";
import { paceAfter } from "./import-pace.ts";
import { isUnderWay, mostFailures } from "./import-state.ts";
import { readPart, readResult, type ImportWork } from "./read-result.ts";

const pollEveryMs = 500;
/** After a result that came to nothing; four times as long after each further one. */
const tryAgainAfterMs = 2_000;

/**
 * Reads all orders of a shop by one bulk query. What is done is noted in the same transaction as the orders
 * themselves, so a worker killed anywhere is followed by one that goes on from there. Ends when the import is paused.
 */
export async function importOrders(app: App, shop: string, signal: AbortSignal): Promise<void> {
  const record = await findOpenShop(app, shop);
  let importing = await readOrderImport(app.db, shop);
  if (record === null || !isUnderWay(importing)) return;
  const work = { app, admin: await app.adminOf(shop), shop: record, signal };
  // Nobody worked on it before, and that time says nothing about the pace.
  importing = await noteImport(app.db, importing, { progressAt: new Date() });
  while (isUnderWay(importing)) importing = await takeStep(work, importing);
}

/** Returns how the import stands then; null when another worker or another import has taken over. */
async function takeStep(work: ImportWork, importing: OrderImport): Promise<OrderImport | null> {
  const { operationId, resultUrl } = importing;
  if (operationId === null) return askForResult(work, importing);
  if (resultUrl === null) return waitForResult(work, importing, operationId);
  const reading = await readResult(work, importing, resultUrl);
  switch (reading.kind) {
    case "read":
      return finish(work, reading.importing);
    case "stopped":
      return reading.importing;
    case "refused":
      return startOver(work, reading.importing, "RESULT_REFUSED");
  }
}

async function askForResult(
  { app, admin }: ImportWork,
  importing: OrderImport,
): Promise<OrderImport | null> {
  const missing = await readMissingScopes(admin);
  const ordersTotal = await countOrders(admin);
  const operationId = await startOrdersBulkQuery(admin);
  return noteImport(app.db, importing, {
    seesAllOrders: !missing.includes("read_all_orders"),
    ordersTotal,
    operationId,
    progressAt: new Date(),
  });
}

async function waitForResult(
  work: ImportWork,
  importing: OrderImport,
  operationId: bigint,
): Promise<OrderImport | null> {
  const { app, admin, signal } = work;
  const operation = await readBulkOperation(admin, operationId);
  switch (operation.kind) {
    case "completed": {
      const { url } = operation;
      if (url === null) return finish(work, importing);
      const fromNowOn = { progressAt: new Date(), paceOrders: 0, paceSeconds: 0 };
      return noteImport(app.db, importing, { ...fromNowOn, resultUrl: url });
    }
    case "failed":
      if (operation.partialUrl !== null) await readPart(work, importing, operation.partialUrl);
      return startOver(work, importing, operation.reason);
    case "running":
      await pause(pollEveryMs, signal);
      return notePrepared(app, importing, operation.objectsDone);
  }
}

async function notePrepared(
  app: App,
  importing: OrderImport,
  ordersPrepared: number,
): Promise<OrderImport | null> {
  const more = ordersPrepared - importing.ordersPrepared;
  if (more <= 0) return readOrderImport(app.db, importing.shop);
  const progressAt = new Date();
  const seconds = Math.max(0, progressAt.getTime() - importing.progressAt.getTime()) / 1_000;
  const former = { orders: importing.paceOrders, seconds: importing.paceSeconds };
  const { orders: paceOrders, seconds: paceSeconds } = paceAfter(former, more, seconds);
  return noteImport(app.db, importing, { ordersPrepared, paceOrders, paceSeconds, progressAt });
}

/** Nothing can be had from this result any more: the next step asks for another, and waits longer each time. */
async function startOver(
  { app, signal }: ImportWork,
  importing: OrderImport,
  problem: string,
): Promise<OrderImport | null> {
  const isLast = importing.failures + 1 >= mostFailures;
  const pausedAt = isLast ? new Date() : null;
  app.log.warn({ shop: importing.shop, problem, isLast }, "a result of the import came to nothing");
  const noted = await noteFailedImport(app.db, importing, { problem, pausedAt });
  if (!isUnderWay(noted)) return noted;
  await pause(tryAgainAfterMs * 4 ** importing.failures, signal);
  return readOrderImport(app.db, importing.shop);
}

async function finish({ app }: ImportWork, importing: OrderImport): Promise<OrderImport | null> {
  const { shop } = importing;
  const finished = await app.db.$transaction(async (tx) => {
    const noted = await noteImport(tx, importing, { finishedAt: new Date(), problem: null });
    if (noted !== null) await app.enqueue(tx, "score-base", { shop, kind: "import" });
    return noted;
  });
  if (finished !== null) app.log.info({ shop }, "orders imported");
  return finished;
}
