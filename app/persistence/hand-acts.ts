import { Prisma, type HandAct } from "../generated/prisma/client.ts";
import { matches, type ListFilter } from "./customer-list.ts";
import type { Database, Transaction } from "./database.ts";

export type { HandAct };

export type HandActState = "waiting" | "done" | "nobody" | "refused";

/** Stores what is asked for, about whoever matches now; returns how many they are. */
export async function insertHandAct(
  tx: Transaction,
  act: Pick<HandAct, "shop" | "id" | "reason" | "actor" | "askedAt"> & { request: object },
  filter: ListFilter,
): Promise<number> {
  const customers = await tx.$executeRaw`
    INSERT INTO hand_act_customer (shop, act_id, customer_id)
    SELECT shop, ${act.id}::uuid, customer_id FROM standing WHERE ${matches(act.shop, filter)}`;
  await tx.handAct.create({ data: { ...act, customers } });
  return customers;
}

/** The one asked for longest ago that has yet to be done. */
export async function findWaitingAct(db: Database, shop: string): Promise<HandAct | null> {
  return db.handAct.findFirst({
    where: { shop, state: "waiting" },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
  });
}

/** Those that wait, and those that ended after a moment; the newest first. */
export async function listHandActs(
  db: Database,
  shop: string,
  endedAfter: Date,
  most: number,
): Promise<HandAct[]> {
  return db.handAct.findMany({
    where: { shop, OR: [{ state: "waiting" }, { finishedAt: { gt: endedAfter } }] },
    orderBy: [{ askedAt: "desc" }, { id: "desc" }],
    take: most,
  });
}

export async function readActCustomers(
  db: Database,
  { shop, id }: Pick<HandAct, "shop" | "id">,
): Promise<bigint[]> {
  const rows = await db.$queryRaw<{ customerId: bigint }[]>`
    SELECT customer_id AS "customerId" FROM hand_act_customer
    WHERE shop = ${shop} AND act_id = ${id}::uuid ORDER BY customer_id`;
  return rows.map(({ customerId }) => customerId);
}

export async function noteActProgress(
  db: Database,
  { shop, id }: Pick<HandAct, "shop" | "id">,
  done: number,
): Promise<void> {
  await db.handAct.updateMany({ where: { shop, id, state: "waiting" }, data: { done } });
}

/** It is over, and whom it was about is forgotten. */
export async function finishHandAct(
  tx: Transaction,
  { shop, id }: Pick<HandAct, "shop" | "id">,
  end: { state: HandActState; problem?: string; runId?: string; done?: number; finishedAt: Date },
): Promise<void> {
  await tx.handAct.update({ where: { shop_id: { shop, id } }, data: end });
  await tx.handActCustomer.deleteMany({ where: { shop, actId: id } });
}

export async function hasWaitingActs(db: Database, shop: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ found: boolean }[]>(
    Prisma.sql`SELECT EXISTS (SELECT FROM hand_act WHERE shop = ${shop} AND state = 'waiting') AS found`,
  );
  return row?.found ?? false;
}

export async function deleteHandActsBefore(db: Database, before: Date): Promise<void> {
  await db.handAct.deleteMany({ where: { finishedAt: { lt: before } } });
}
