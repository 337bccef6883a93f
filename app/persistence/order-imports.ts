import type { OrderImport } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { OrderImport };

/**
 * Starts reading all orders from the beginning. What an import that broke off has written counts as this one's, which
 * so adds the lines that are missing.
 */
export async function startOrderImport(db: Database, shop: string, at: Date): Promise<void> {
  const former = await readOrderImport(db, shop);
  const fresh = {
    startedAt: at,
    progressAt: at,
    operationId: null,
    resultUrl: null,
    ordersTotal: null,
    ordersDone: 0,
    rowsDone: 0,
    finishedAt: null,
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

export async function updateOrderImport(
  db: Database,
  shop: string,
  changes: Partial<Omit<OrderImport, "shop">>,
): Promise<void> {
  await db.orderImport.update({ where: { shop }, data: changes });
}
