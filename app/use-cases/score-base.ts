import { randomUUID } from "node:crypto";
import { insertCalibration, readCalibrationHead } from "../persistence/calibrations.ts";
import { clearDirtyMarks, readDirtyMarks } from "../persistence/dirty-customers.ts";
import { readHistories } from "../persistence/orders.ts";
import type { RunKind } from "../persistence/runs.ts";
import { lockScoringOf } from "../persistence/shop-lock.ts";
import { findInstalledShop } from "../persistence/shops.ts";
import { calendarDayOf, encodeCalibration, scoreBase as scoreFrame } from "../scoring/index.ts";
import type { App } from "./app.ts";
import { frameOf } from "./histories-to-frame.ts";
import { readProgramVersion } from "./live-program.ts";
import { saveScores } from "./save-scores.ts";

/**
 * Calibrates by a shop's whole base and puts everybody into a tier and a group, in one transaction: a kill
 * leaves the former state, a repeat decides nothing new.
 */
export async function scoreBase(
  app: App,
  shop: string,
  kind: Exclude<RunKind, "order">,
): Promise<void> {
  const startedAt = new Date();
  const now = await app.now();
  const run = await app.db.$transaction(async (tx) => {
    await lockScoringOf(tx, shop);
    const record = await findInstalledShop(tx, shop);
    if (record === null) return null;
    const asOfDay = calendarDayOf(now, record.timeZone);
    // Asked for every minute until it is there, also while it is being made.
    const former = kind === "recalibration" ? await readCalibrationHead(tx, shop) : null;
    if (former !== null && former.asOfDay >= asOfDay) return null;
    const { definition: program, version } = await readProgramVersion(
      tx,
      shop,
      record.liveProgramVersion,
    );
    // Read before the orders: whoever is marked from now on stays marked.
    const marks = await readDirtyMarks(tx, shop, null);

    const { customerIds, frame } = frameOf(await readHistories(tx, shop, null), record.timeZone);
    const { metrics, calibration, scores } = scoreFrame(frame, asOfDay, program);
    const { rankedCustomers } = calibration;

    const calibrationId = randomUUID();
    await insertCalibration(tx, {
      shop,
      id: calibrationId,
      programVersion: version,
      asOfDay,
      rankedCustomers,
      ladders: encodeCalibration(calibration),
      createdAt: new Date(),
    });
    const scored = { customerIds, metrics, scores, program, rankedCustomers };
    const facts = { kind, programVersion: version, calibrationId, startedAt, decidedAt: now };
    const runId = await saveScores(tx, shop, scored, "everybody", facts);
    await clearDirtyMarks(tx, shop, marks);
    await app.enqueue(tx, "publish", { shop });
    return { runId, customers: customerIds.length };
  });
  if (run !== null) app.log.info({ shop, kind, ...run }, "base scored");
}
