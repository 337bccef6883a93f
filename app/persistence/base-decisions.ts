import { connectionOf } from "./copy/lent-connections.ts";
import { copyIn } from "./copy/copy-streams.ts";
import { encodeRows } from "./copy/copy-writer.ts";
import type { PrismaClient, Transaction } from "./database.ts";
import type { DecisionRow } from "./runs.ts";

/** The decisions of a run over the base. Cheapest by ascending customer. */
export async function copyDecisions(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  runId: string,
  decidedAt: Date,
  rows: Iterable<DecisionRow>,
): Promise<void> {
  const bytes = encodeRows(rows, (writer, row) => {
    writer.startRow(7);
    writer.word(shop);
    writer.uuid(runId);
    writer.bigint(row.customerId);
    writer.word(row.family);
    writer.word(row.fromKey);
    writer.word(row.toKey);
    writer.instantMs(decidedAt.getTime());
  });
  const target = "decision (shop, run_id, customer_id, family, from_key, to_key, decided_at)";
  await copyIn(await connectionOf(db, tx), target, bytes);
}
