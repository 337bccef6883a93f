import { randomUUID } from "node:crypto";
import type { Reconciliation } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";

export type { Reconciliation };

/** A sweep looks at what changed since the last one, a full reconciliation at every order. */
export type ReconciliationKind = "sweep" | "full";

/** So many ids are kept of what one has repaired: to look at some, not all. */
const idsKept = 100;

/** Asks for a reconciliation; one that is not finished yet does for this request too. */
export async function requestReconciliation(
  db: Database,
  shop: string,
  kind: ReconciliationKind,
  at: Date,
): Promise<void> {
  await db.reconciliation.createMany({
    data: { shop, id: randomUUID(), kind, requestedAt: at, progressAt: at },
    skipDuplicates: true,
  });
}

/** The one that is to be done, or goes on. */
export async function findUnfinishedReconciliation(
  db: Database,
  shop: string,
  kind: ReconciliationKind,
): Promise<Reconciliation | null> {
  return db.reconciliation.findFirst({ where: { shop, kind, finishedAt: null } });
}

/** The last that was asked for, and the last that came to its end. */
export async function readLastReconciliations(
  db: Database,
  shop: string,
  kind: ReconciliationKind,
): Promise<{ requested: Reconciliation | null; finished: Reconciliation | null }> {
  const orderBy = { requestedAt: "desc" } as const;
  return {
    requested: await db.reconciliation.findFirst({ where: { shop, kind }, orderBy }),
    finished: await db.reconciliation.findFirst({
      where: { shop, kind, finishedAt: { not: null } },
      orderBy,
    }),
  };
}

export async function updateReconciliation(
  db: Database,
  { shop, id }: Pick<Reconciliation, "shop" | "id">,
  changes: Partial<Omit<Reconciliation, "shop" | "id" | "kind">>,
): Promise<void> {
  await db.reconciliation.update({ where: { shop_id: { shop, id } }, data: changes });
}

/** Adds to what a reconciliation has put right, in the transaction that did so. */
export async function noteRepairs(
  tx: Transaction,
  { shop, id }: Pick<Reconciliation, "shop" | "id">,
  repairs: { repaired?: readonly bigint[]; deleted?: readonly bigint[]; lagSeconds?: number },
): Promise<void> {
  const { repaired = [], deleted = [], lagSeconds = 0 } = repairs;
  await tx.$executeRaw`
    UPDATE reconciliation SET
      orders_repaired = orders_repaired + ${repaired.length}::int,
      orders_deleted = orders_deleted + ${deleted.length}::int,
      longest_lag_seconds = greatest(longest_lag_seconds, ${lagSeconds}::int),
      order_ids = (order_ids || ${[...repaired, ...deleted].slice(0, idsKept)}::bigint[])[1:${idsKept}::int],
      progress_at = now()
    WHERE shop = ${shop} AND id = ${id}::uuid`;
}

export async function deleteReconciliationsBefore(db: Database, moment: Date): Promise<void> {
  await db.reconciliation.deleteMany({
    where: { requestedAt: { lt: moment }, finishedAt: { not: null } },
  });
}
