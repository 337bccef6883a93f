import type { Transaction } from "../../persistence/database.ts";
import { noteImport, type OrderImport } from "../../persistence/order-imports.ts";
import { saveImportedLines, type WrittenProducts } from "../../persistence/order-lines.ts";
import { saveImportedOrders } from "../../persistence/orders.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { ShopifyCallFailed } from "../../shopify/shopify-call-failed.ts";
import { streamOrders, type OrdersBatch } from "../../shopify/stream-orders.ts";
import type { App } from "../app.ts";
import { paceAfter } from "./import-pace.ts";
import { readAhead } from "./read-ahead.ts";

/** Rows of the result in one transaction: orders and their lines. */
const batchSize = 2_000;

export interface ImportWork {
  app: App;
  admin: AdminClient;
  shop: Shop;
  signal: AbortSignal;
}

export type Reading =
  | { kind: "read"; importing: OrderImport }
  /** It was paused, or is not ours any more. */
  | { kind: "stopped"; importing: OrderImport | null }
  /** The address is no longer good, or what it leads to is not what was asked for. */
  | { kind: "refused"; importing: OrderImport };

/** Writes a whole result into the ledger, from where a former reading stopped. */
export async function readResult(
  work: ImportWork,
  importing: OrderImport,
  url: string,
): Promise<Reading> {
  const { app, admin, shop, signal } = work;
  const fromByte = Number(importing.bytesDone);
  const options = { fromByte, batchSize, currencyCode: shop.currencyCode };
  // Of this reading only: what a failed transaction has not written ends it.
  const products: WrittenProducts = new Map();
  let current = importing;
  try {
    for await (const batch of readAhead(streamOrders(admin, url, options))) {
      signal.throwIfAborted();
      const noted = await saveNotedBatch(app, current, batch, products);
      if (noted === null || noted.pausedAt !== null) return { kind: "stopped", importing: noted };
      current = noted;
    }
  } catch (error) {
    if (!isRefusal(error)) throw error;
    app.log.warn({ shop: shop.shop, err: error }, "a result was refused");
    return { kind: "refused", importing: current };
  }
  return { kind: "read", importing: current };
}

/**
 * Writes what a query had found when it failed. Nothing says how far the import is by it: the next attempt begins at
 * the first order, leaves alone what is here, and adds the lines that are missing.
 */
export async function readPart(
  { app, admin, shop, signal }: ImportWork,
  { startedAt }: OrderImport,
  url: string,
): Promise<void> {
  const options = { fromByte: 0, batchSize, currencyCode: shop.currencyCode };
  try {
    for await (const batch of streamOrders(admin, url, options)) {
      signal.throwIfAborted();
      await app.db.$transaction((tx) => saveBatch(tx, shop.shop, batch, startedAt));
    }
  } catch (error) {
    // It may end in the middle of a row.
    if (!isRefusal(error)) throw error;
  }
}

/** First the note, whose row keeps any other worker waiting: an order is counted once. */
async function saveNotedBatch(
  app: App,
  current: OrderImport,
  batch: OrdersBatch,
  products: WrittenProducts,
): Promise<OrderImport | null> {
  return app.db.$transaction(async (tx) => {
    const noted = await noteImport(tx, current, progressBy(current, batch, new Date()));
    if (noted !== null) await saveBatch(tx, current.shop, batch, current.startedAt, products);
    return noted;
  });
}

async function saveBatch(
  tx: Transaction,
  shop: string,
  { orders, lines }: OrdersBatch,
  startedAt: Date,
  products: WrittenProducts = new Map(),
): Promise<void> {
  await saveImportedOrders(tx, shop, orders, startedAt);
  await saveImportedLines(tx, shop, lines, startedAt, products);
}

function progressBy(current: OrderImport, { orders, bytesDone }: OrdersBatch, now: Date) {
  const seconds = Math.max(0, now.getTime() - current.progressAt.getTime()) / 1_000;
  const former = { orders: current.paceOrders, seconds: current.paceSeconds };
  const pace = paceAfter(former, orders.length, seconds);
  return {
    ordersDone: current.ordersDone + orders.length,
    bytesDone: BigInt(bytesDone),
    paceOrders: pace.orders,
    paceSeconds: pace.seconds,
    progressAt: now,
  };
}

function isRefusal(error: unknown): boolean {
  return error instanceof ShopifyCallFailed && error.failure === "refused";
}
