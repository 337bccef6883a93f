import type { Prisma } from "../generated/prisma/client.ts";
import type { Database, Transaction } from "./database.ts";

/**
 * Enters a run of Flow's, in the transaction that does what it asks for. False when it is known, or the shop is not: one
 * under way elsewhere is waited for, and is known only if it was done.
 */
export async function claimFlowActionRun(
  tx: Transaction,
  run: { shop: string; actionRunId: string; takenAt: Date },
): Promise<boolean> {
  const { shop, actionRunId, takenAt } = run;
  const inserted = await tx.$executeRaw`
    INSERT INTO flow_action_run (shop, action_run_id, taken_at)
    SELECT s.shop, ${actionRunId}, ${takenAt} FROM shop s WHERE s.shop = ${shop} AND s.uninstalled_at IS NULL
    ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

/** What a run returned that was done; null when there is none such. */
export async function readFlowActionRun(
  db: Database,
  shop: string,
  actionRunId: string,
): Promise<Prisma.JsonValue> {
  const run = await db.flowActionRun.findUnique({
    where: { shop_actionRunId: { shop, actionRunId } },
    select: { returned: true },
  });
  return run?.returned ?? null;
}

export async function saveFlowActionRun(
  tx: Transaction,
  shop: string,
  actionRunId: string,
  returned: Prisma.InputJsonObject,
): Promise<void> {
  const where = { shop_actionRunId: { shop, actionRunId } };
  await tx.flowActionRun.update({ where, data: { returned } });
}

/** Gives a claim back: nothing was done, so it may be tried again. */
export async function forgetFlowActionRun(
  tx: Transaction,
  shop: string,
  actionRunId: string,
): Promise<void> {
  await tx.flowActionRun.deleteMany({ where: { shop, actionRunId } });
}

export async function deleteFlowActionRunsBefore(db: Database, moment: Date): Promise<void> {
  await db.flowActionRun.deleteMany({ where: { takenAt: { lt: moment } } });
}
