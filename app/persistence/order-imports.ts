import type { OrderImport } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

export type { OrderImport };

/** Starts reading all orders from the beginning. */
export async function startOrderImport(db: Database, shop: string, at: Date): Promise<void> {
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
