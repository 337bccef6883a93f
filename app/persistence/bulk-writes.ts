import { z } from "zod";
import type { Database } from "./database.ts";

/** Who each line of an upload is for, and what the ledger is to be told when Shopify confirms it. */
const bulkLine = z.object({
  customerId: z.string().transform(BigInt),
  tags: z.array(z.string()),
  hash: z.string().nullable(),
});

export type BulkLine = z.output<typeof bulkLine>;
export type BulkStep = "add-tags" | "remove-tags" | "set-metafields";

export interface BulkWrite {
  id: string;
  step: BulkStep;
  operationId: bigint | null;
  startedAt: Date;
  lines: BulkLine[];
}

const bulkWriteRow = z.object({
  id: z.string(),
  step: z.enum(["add-tags", "remove-tags", "set-metafields"]),
  operationId: z.bigint().nullable(),
  startedAt: z.date(),
  lines: z.array(bulkLine),
});

export async function insertBulkWrite(
  db: Database,
  shop: string,
  write: Omit<BulkWrite, "operationId" | "lines"> & { lines: readonly BulkLine[] },
): Promise<void> {
  await db.bulkWrite.create({
    data: {
      shop,
      ...write,
      lines: write.lines.map((line) => ({ ...line, customerId: String(line.customerId) })),
    },
  });
}

export async function noteBulkOperation(
  db: Database,
  shop: string,
  id: string,
  operationId: bigint,
): Promise<void> {
  await db.bulkWrite.update({ where: { shop_id: { shop, id } }, data: { operationId } });
}

/** The bulk write a former worker left behind, if any. */
export async function readBulkWrite(db: Database, shop: string): Promise<BulkWrite | null> {
  const row = await db.bulkWrite.findFirst({ where: { shop }, orderBy: { startedAt: "asc" } });
  return row === null ? null : bulkWriteRow.parse(row);
}

export async function deleteBulkWrite(db: Database, shop: string, id: string): Promise<void> {
  await db.bulkWrite.deleteMany({ where: { shop, id } });
}
