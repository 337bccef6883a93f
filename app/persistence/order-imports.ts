import type { OrderImport } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { OrderImport };

/** What is true of an import whose result nobody has begun to read. */
const nothingRead = {
  operationId: null,
  resultUrl: null,
  ordersPrepared: 0,
  ordersDone: 0,
  bytesDone: 0n,
  paceOrders: 0,
  paceSeconds: 0,
};

/**
 * Starts reading all orders from the beginning. What an import that broke off has written counts as this one's, which
 * so adds the lines that are missing.
 */
export async function startOrderImport(db: Database, shop: string, at: Date): Promise<void> {
  const former = await readOrderImport(db, shop);
  const fresh = {
    ...nothingRead,
    startedAt: at,
    progressAt: at,
    ordersTotal: null,
    pausedAt: null,
    finishedAt: null,
    seesAllOrders: null,
    failures: 0,
    problem: null,
  };
  await db.orderImport.upsert({ where: { shop }, create: { shop, ...fresh }, update: fresh });
  if (former === null || former.finishedAt !== null) return;
  const begun = { shop, linesByImport: former.startedAt };
  await db.order.updateMany({ where: begun, data: { linesByImport: at } });
}

export async function readOrderImport(db: Database, shop: string): Promise<OrderImport | null> {
  return db.orderImport.findUnique({ where: { shop } });
}

/**
 * Notes how far an import is. Null, and nothing noted, when it is not where `known` says any more: another one has
 * begun, or another worker goes on with this one.
 */
export async function noteImport(
  db: Database,
  known: OrderImport,
  changes: Partial<Omit<OrderImport, "shop" | "startedAt">>,
): Promise<OrderImport | null> {
  const { shop, startedAt, bytesDone, failures } = known;
  const where = { shop, startedAt, bytesDone, failures, finishedAt: null };
  const [noted] = await db.orderImport.updateManyAndReturn({ where, data: changes });
  return noted ?? null;
}

/** Notes that a result came to nothing: the next attempt asks Shopify for a new one. */
export async function noteFailedImport(
  db: Database,
  known: OrderImport,
  { problem, pausedAt }: { problem: string; pausedAt: Date | null },
): Promise<OrderImport | null> {
  const failures = known.failures + 1;
  return noteImport(db, known, { ...nothingRead, failures, problem, pausedAt });
}

/** Only what is under way can be paused. */
export async function pauseOrderImport(db: Database, shop: string, at: Date): Promise<void> {
  await db.orderImport.updateMany({
    where: { shop, finishedAt: null, pausedAt: null },
    data: { pausedAt: at },
  });
}

/** Whether there was anything to go on with. The time in between says nothing about the pace. */
export async function resumeOrderImport(db: Database, shop: string, at: Date): Promise<boolean> {
  const { count } = await db.orderImport.updateMany({
    where: { shop, finishedAt: null, pausedAt: { not: null } },
    data: { pausedAt: null, failures: 0, progressAt: at, paceOrders: 0, paceSeconds: 0 },
  });
  return count > 0;
}
