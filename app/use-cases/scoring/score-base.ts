import { randomUUID } from "node:crypto";
import { insertCalibration, readCalibrationHead } from "../../persistence/calibrations.ts";
import { clearDirtyMarks, readDirtyMarks } from "../../persistence/dirty-customers.ts";
import type { RunKind } from "../../persistence/runs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop, updateShop } from "../../persistence/shops.ts";
import { calendarDayOf, encodeCalibration, scoreBase as scoreFrame } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { readBaseFrame } from "./histories-to-frame.ts";
import { readProgramVersion } from "./live-program.ts";
import { saveBaseScores, settleValues } from "./save-base-scores.ts";

/**
 * Calibrates by a shop's whole base and puts everybody into a tier and a group, in one transaction: a kill
 * leaves the former state, a repeat decides nothing new. In a large base values that moved only because others bought
 * follow after it; when they do not, because of a kill, the next run writes them.
 */
export async function scoreBase(
  app: App,
  shop: string,
  kind: Extract<RunKind, "import" | "recalibration" | "program-change">,
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

    const { customers, frame } = await readBaseFrame(app.db, tx, record, program);
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
    await updateShop(tx, shop, {
      liveCalibrationId: calibrationId,
      ...(kind === "recalibration" && { recalibratedDay: asOfDay }),
    });
    const scored = { metrics, scores, program, rankedCustomers };
    const facts = { kind, programVersion: version, calibrationId, startedAt, decidedAt: now };
    const saved = await saveBaseScores(app.db, tx, shop, scored, customers, facts);
    await clearDirtyMarks(tx, shop, marks);
    await app.enqueue(tx, "publish", { shop });
    await app.enqueue(tx, "study-base", { shop });
    return { customers, ...saved };
  });
  if (run === null) return;
  const { runId, decisions, customers, movedLater } = run;
  app.log.info({ shop, kind, runId, customers: customers.count, decisions }, "base scored");
  await settleValues(app.db, shop, customers, movedLater);
}
