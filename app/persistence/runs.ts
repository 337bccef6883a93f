import { Prisma, type Run } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";
import type { AutomaticState } from "./standings.ts";

export type { Run };

/** What starts a run. */
export const runKinds = [
  "import",
  "order",
  "due",
  "recalibration",
  "program-change",
  "manual",
  "merge",
  "undo",
  "redo",
] as const;
export type RunKind = (typeof runKinds)[number];

export type DecisionReason = "order" | "time" | "cut-offs" | "rules" | "by-hand" | "undo";

export interface DecisionRow {
  customerId: bigint;
  /** `automatic` is the tier by the rules of somebody whose tier is held: nothing that is shown in Shopify. */
  family: "tier" | "group" | "automatic";
  fromKey: string | null;
  toKey: string | null;
  reason: DecisionReason;
  /** The automatic state it ended. */
  from: AutomaticState;
}

export type NewRun = Omit<Prisma.RunUncheckedCreateInput, "kind"> & { kind: RunKind };

export async function insertRun(db: Database, run: NewRun): Promise<void> {
  await db.run.create({ data: run });
}

/**
 * The id of a run to be. Ids ascend in time by the database's clock (UUID version 7), so that the rows of a run lie
 * together and the latest decision on somebody is that of the highest id.
 */
export async function newRunId(tx: Transaction): Promise<string> {
  const [made] = await tx.$queryRaw<{ id: string }[]>`
    SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
      PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid::text AS id`;
  if (made === undefined) throw new Error("the database gave no id");
  return made.id;
}

export async function insertDecisions(
  tx: Transaction,
  shop: string,
  runId: string,
  decidedAt: Date,
  rows: readonly DecisionRow[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO decision (shop, run_id, decided_at, customer_id, family, from_key, to_key, reason, from_auto_tier,
      from_since_day, from_below_day)
    SELECT ${shop}, ${runId}::uuid, ${decidedAt}, d.* FROM unnest(
      ${rows.map((r) => r.customerId)}::bigint[], ${rows.map((r) => r.family)}::text[],
      ${rows.map((r) => r.fromKey)}::text[], ${rows.map((r) => r.toKey)}::text[],
      ${rows.map((r) => r.reason)}::text[], ${rows.map((r) => r.from.autoTier)}::text[],
      ${rows.map((r) => r.from.tierSinceDay)}::int[], ${rows.map((r) => r.from.belowFromDay)}::int[]) AS d`;
}

/** Whether a run decided anything of a customer. */
export async function hasDecided(
  db: Database,
  shop: string,
  customerId: bigint,
  runId: string,
): Promise<boolean> {
  const where = { shop, customerId, runId };
  return (await db.decision.findFirst({ where, select: { runId: true } })) !== null;
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

export interface DecisionRecord extends Pick<
  DecisionRow,
  "customerId" | "fromKey" | "toKey" | "reason"
> {
  family: "tier" | "group";
  decidedAt: Date;
  runId: string;
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
           d.reason, d.decided_at AS "decidedAt", d.run_id::text AS "runId", r.kind AS "runKind"
    FROM decision d JOIN run r ON r.shop = d.shop AND r.id = d.run_id
    WHERE d.shop = ${shop} AND d.family <> 'automatic' AND ${whose}
    ORDER BY d.decided_at DESC, d.run_id DESC, d.customer_id, d.family DESC
    LIMIT ${most}`;
}

export async function readRun(db: Database, shop: string, id: string): Promise<Run | null> {
  return db.run.findUnique({ where: { shop_id: { shop, id } } });
}

/**
 * The last of the undos and redos that followed upon a run, or the run itself: what has to be taken back so that it is. An
 * undo is of one run, so these are a chain.
 */
export async function readLastOfUndos(db: Database, shop: string, id: string): Promise<string> {
  const [last] = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE chain AS (
      SELECT ${id}::uuid AS id
      UNION ALL SELECT run.id FROM chain JOIN run ON run.shop = ${shop} AND run.undoes_run_id = chain.id)
    SELECT id::text FROM chain ORDER BY chain.id DESC LIMIT 1`;
  return last?.id ?? id;
}

/**
 * Says which runs are taken back, now that `byRunId` took one back: that one, and every second before it in the chain of
 * undos. The others are in force again.
 */
export async function markUndone(tx: Transaction, shop: string, byRunId: string): Promise<void> {
  await tx.$executeRaw`
    WITH RECURSIVE chain AS (
      SELECT undoes_run_id AS id, TRUE AS undone FROM run WHERE shop = ${shop} AND id = ${byRunId}::uuid
      UNION ALL SELECT run.undoes_run_id, NOT undone FROM chain JOIN run ON run.shop = ${shop} AND run.id = chain.id)
    UPDATE run SET undone_by_run_id = CASE WHEN undone THEN ${byRunId}::uuid END
    FROM chain WHERE run.shop = ${shop} AND run.id = chain.id`;
}

/** How many customers each of these undos left as they were. */
export async function readSkippedCounts(
  db: Database,
  shop: string,
  ids: readonly string[],
): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; skipped: number }[]>`
    SELECT id::text, coalesce((detail ->> 'skipped')::int, 0) AS skipped FROM run
    WHERE shop = ${shop} AND id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, skipped }) => [id, skipped]));
}
