import type { Database } from "./database.ts";
import { readLastBaseRun } from "./runs.ts";

/**
 * Forgets what was decided before a moment, and by which calibrations. The latest run over the base and the live
 * calibration stay whatever their age: the scores there are come from them.
 */
export async function forgetHistoryBefore(
  db: Database,
  shop: string,
  moment: Date,
): Promise<{ decisions: number; runs: number; calibrations: number }> {
  const last = await readLastBaseRun(db, shop);
  const old = { shop, finishedAt: { lt: moment }, ...(last !== null && { id: { not: last.id } }) };
  const ids = (await db.run.findMany({ where: old, select: { id: true } })).map(({ id }) => id);
  const { count: decisions } = await db.decision.deleteMany({
    where: { shop, runId: { in: ids } },
  });
  const { count: runs } = await db.run.deleteMany({ where: { shop, id: { in: ids } } });
  const calibrations = await db.$executeRaw`
    DELETE FROM calibration WHERE shop = ${shop} AND created_at < ${moment}
      AND id NOT IN (SELECT live_calibration_id FROM shop WHERE shop = ${shop} AND live_calibration_id IS NOT NULL)`;
  return { decisions, runs, calibrations };
}
