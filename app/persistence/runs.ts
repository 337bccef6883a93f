import { Prisma, type Run } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";

export type RunKind = "import" | "order" | "recalibration" | "program-change";

export interface DecisionRow {
  customerId: bigint;
  family: "tier" | "group";
  fromKey: string | null;
  toKey: string | null;
}

export async function insertRun(db: Database, run: Run): Promise<void> {
  await db.run.create({ data: run });
}

export async function insertDecisions(
  tx: Transaction,
  shop: string,
  runId: string,
  decidedAt: Date,
  rows: readonly DecisionRow[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO decision (shop, run_id, customer_id, family, from_key, to_key, decided_at)
    SELECT ${shop}, ${runId}::uuid, d.*, ${decidedAt} FROM unnest(
      ${rows.map((r) => r.customerId)}::bigint[], ${rows.map((r) => r.family)}::text[],
      ${rows.map((r) => r.fromKey)}::text[], ${rows.map((r) => r.toKey)}::text[]) AS d`;
}

/** The last run that scored everybody. */
export async function readLastBaseRun(db: Database, shop: string): Promise<Run | null> {
  return db.run.findFirst({
    where: { shop, kind: { not: "order" } },
    orderBy: { finishedAt: "desc" },
  });
}

export async function readLastRun(db: Database, shop: string): Promise<Run | null> {
  return db.run.findFirst({ where: { shop }, orderBy: { finishedAt: "desc" } });
}

export async function readProgramChangeRun(
  db: Database,
  shop: string,
  programVersion: number,
): Promise<Run | null> {
  return db.run.findFirst({ where: { shop, kind: "program-change", programVersion } });
}

/** How many went from which label to which in one run. */
export async function countDecisions(
  db: Database,
  shop: string,
  runId: string,
  family: "tier" | "group",
): Promise<{ fromKey: string | null; toKey: string | null; customers: number }[]> {
  const counts = await db.decision.groupBy({
    by: ["fromKey", "toKey"],
    where: { shop, runId, family },
    _count: { customerId: true },
  });
  return counts.map((c) => ({
    fromKey: c.fromKey,
    toKey: c.toKey,
    customers: c._count.customerId,
  }));
}

/** Moves between tiers since a moment, first assignments left out. */
export async function countTierMovesSince(
  db: Database,
  shop: string,
  since: Date,
): Promise<{ fromKey: string; toKey: string; customers: number }[]> {
  const counts = await db.decision.groupBy({
    by: ["fromKey", "toKey"],
    where: {
      shop,
      family: "tier",
      decidedAt: { gte: since },
      fromKey: { not: null },
      toKey: { not: null },
    },
    _count: { customerId: true },
  });
  return counts.flatMap((c) =>
    c.fromKey === null || c.toKey === null
      ? []
      : [{ fromKey: c.fromKey, toKey: c.toKey, customers: c._count.customerId }],
  );
}

export interface DecisionRecord extends DecisionRow {
  decidedAt: Date;
  runKind: RunKind;
}

/** Latest decisions, newest first; of one customer, or of the shop without first assignments. */
export async function listDecisions(
  db: Database,
  shop: string,
  of: { customerId: bigint } | "shop",
  most: number,
): Promise<DecisionRecord[]> {
  const whose =
    of === "shop"
      ? Prisma.sql`d.from_key IS NOT NULL`
      : Prisma.sql`d.customer_id = ${of.customerId}`;
  return db.$queryRaw<DecisionRecord[]>`
    SELECT d.customer_id AS "customerId", d.family, d.from_key AS "fromKey", d.to_key AS "toKey",
           d.decided_at AS "decidedAt", r.kind AS "runKind"
    FROM decision d JOIN run r ON r.shop = d.shop AND r.id = d.run_id
    WHERE d.shop = ${shop} AND ${whose}
    ORDER BY d.decided_at DESC, d.customer_id, d.family DESC
    LIMIT ${most}`;
}
