/** Bulk mutations of ours under way, and whom their lines are for: entered before Shopify is told to begin. */
import { z } from "zod";
import type { Database } from "./database.ts";

const steps = ["add-tags", "remove-tags", "set-metafields", "delete-metafields"] as const;

export type BulkStep = (typeof steps)[number];

/** One customer of an upload, and what the ledger is to be told when Shopify confirms it. */
export interface BulkLine {
  customerId: bigint;
  /** Of the customer in the upload, from 0. Fields of several customers share a line. */
  place: number;
  tags: string[];
  hash: string | null;
}

export interface BulkWrite {
  id: string;
  step: BulkStep;
  operationId: bigint | null;
  lines: number;
  linesDone: number;
  startedAt: Date;
}

const bulkWriteRow = z.object({
  id: z.string(),
  step: z.enum(steps),
  operationId: z.bigint().nullable(),
  lines: z.int(),
  linesDone: z.int(),
  startedAt: z.date(),
});

/** Enters a write with its customers, all or none; from now on no other write is about them. */
export async function insertBulkWrite(
  db: Database,
  shop: string,
  write: Pick<BulkWrite, "id" | "step" | "startedAt" | "lines">,
  customers: readonly BulkLine[],
): Promise<void> {
  await db.$executeRaw`
    WITH written AS (
      INSERT INTO bulk_write (shop, id, step, lines, started_at)
      VALUES (${shop}, ${write.id}::uuid, ${write.step}, ${write.lines}, ${write.startedAt}))
    INSERT INTO bulk_line (shop, step, customer_id, write_id, line, tags, hash)
    SELECT ${shop}, ${write.step}, c.id, ${write.id}::uuid, c.place, string_to_array(c.tags, ','), c.hash
    FROM unnest(${customers.map((each) => each.customerId)}::bigint[], ${customers.map((each) => each.place)}::int[],
                ${customers.map((each) => each.tags.join(","))}::text[], ${customers.map((each) => each.hash)}::text[])
      AS c (id, place, tags, hash)`;
}

export async function noteBulkOperation(
  db: Database,
  shop: string,
  id: string,
  operationId: bigint,
): Promise<void> {
  await db.bulkWrite.updateMany({ where: { shop, id }, data: { operationId } });
}

export async function noteBulkProgress(
  db: Database,
  shop: string,
  id: string,
  linesDone: number,
): Promise<void> {
  await db.bulkWrite.updateMany({ where: { shop, id }, data: { linesDone } });
}

/** Those under way, the oldest first. */
export async function listBulkWrites(db: Database, shop: string): Promise<BulkWrite[]> {
  const rows = await db.bulkWrite.findMany({ where: { shop }, orderBy: { startedAt: "asc" } });
  return rows.map((row) => bulkWriteRow.parse(row));
}

/** Its customers in any order, without those that are settled or forgotten. */
export async function listBulkLines(db: Database, shop: string, id: string): Promise<BulkLine[]> {
  return db.bulkLine.findMany({
    where: { shop, writeId: id },
    select: { customerId: true, place: true, tags: true, hash: true },
  });
}

/** Their part of a write is over, whatever became of it. */
export async function deleteBulkLines(
  db: Database,
  shop: string,
  id: string,
  customerIds: readonly bigint[],
): Promise<void> {
  await db.$executeRaw`
    DELETE FROM bulk_line
    WHERE shop = ${shop} AND write_id = ${id}::uuid AND customer_id = ANY(${customerIds}::bigint[])`;
}

export async function deleteBulkWrite(db: Database, shop: string, id: string): Promise<void> {
  await db.bulkLine.deleteMany({ where: { shop, writeId: id } });
  await db.bulkWrite.deleteMany({ where: { shop, id } });
}
