import { connectionOf } from "./copy/lent-connections.ts";
import { copyIn } from "./copy/copy-streams.ts";
import { encodeRows } from "./copy/copy-writer.ts";
import type { PrismaClient, Transaction } from "./database.ts";
import type { CustomerRows } from "./customer-rows.ts";
import type { DecisionRow } from "./runs.ts";

/** A decision on the customer of a row. */
export type BaseDecision = Omit<DecisionRow, "customerId"> & { customer: number };

/** The decisions of a run over the base. Cheapest by ascending customer. */
export async function copyDecisions(
  db: PrismaClient,
  tx: Transaction,
  shop: string,
  runId: string,
  decidedAt: Date,
  customers: CustomerRows,
  rows: Iterable<BaseDecision>,
): Promise<void> {
  const bytes = encodeRows(rows, (writer, row) => {
    writer.startRow(11);
    writer.word(shop);
    writer.uuid(runId);
    customers.writeId(writer, row.customer);
    writer.word(row.family);
    writer.word(row.fromKey);
    writer.word(row.toKey);
    writer.instantMs(decidedAt.getTime());
    writer.word(row.reason);
    writer.word(row.from.autoTier);
    writer.integerOrNull(row.from.tierSinceDay);
    writer.integerOrNull(row.from.belowFromDay);
  });
  const target = `decision (shop, run_id, customer_id, family, from_key, to_key, decided_at, reason, from_auto_tier,
    from_since_day, from_below_day)`;
  await copyIn(await connectionOf(db, tx), target, bytes);
}
