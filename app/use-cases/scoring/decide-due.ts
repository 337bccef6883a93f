import { deleteHoldsEndedBy } from "../../persistence/label-holds.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { updateShop } from "../../persistence/shops.ts";
import { listDue } from "../../persistence/standings.ts";
import type { App } from "../app.ts";
import { decideManyCustomers } from "./decide-many-customers.ts";
import { isRecalibrationDue } from "./is-recalibration-due.ts";
import { beginRun, recordRun } from "./run-facts.ts";
import { readJudging } from "./scored-customers.ts";

/**
 * Decides on everybody whose labels were to change by today if nothing was bought, as one run against the live
 * calibration. On a day on which the base is calibrated anew that run decides on them too, so nobody moves twice: it is
 * left to it.
 */
export async function decideDue(app: App, shop: string): Promise<void> {
  const startedAt = new Date();
  const now = await app.now();
  const run = await app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    const judging = await readJudging(tx, shop, now);
    if (judging === null) return null;
    const { record, program, day } = judging;
    if (isRecalibrationDue(program, record, day)) {
      await app.enqueue(tx, "score-base", { shop, kind: "recalibration" });
      return null;
    }
    await updateShop(tx, shop, { dueDecidedDay: day });
    // A rule about days ago, or about birthdays, holds for others today.
    await app.enqueue(tx, "renew-groups", { shop });
    const due = await listDue(tx, shop, day);
    if (due.length === 0) return null;
    const facts = await beginRun(tx, "due", judging, startedAt);
    const count = await decideManyCustomers(tx, judging, due, "time", facts);
    await deleteHoldsEndedBy(tx, shop, day);
    await recordRun(tx, shop, facts, count);
    await app.enqueue(tx, "publish", { shop });
    return { runId: facts.id, ...count };
  });
  if (run !== null) app.log.info({ shop, ...run }, "due customers decided");
}
