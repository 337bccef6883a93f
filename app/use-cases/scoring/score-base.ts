import { randomUUID } from "node:crypto";
import { insertCalibration, readCalibrationHead } from "../../persistence/calibrations.ts";
import { clearDirtyMarks, readDirtyMarks } from "../../persistence/dirty-customers.ts";
import { forgetFlowLooks } from "../../persistence/flow-triggers.ts";
import { readProgram } from "../../persistence/programs.ts";
import { newRunId, type RunKind } from "../../persistence/runs.ts";
import { readShadowProgram } from "../../persistence/shadow-programs.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop, updateShop } from "../../persistence/shops.ts";
import {
  calendarDayOf,
  encodeCalibration,
  evaluationOf,
  nextEvaluationDay,
  scoreBase as scoreFrame,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { decideBase } from "./decide-base.ts";
import { readBaseFrame } from "./histories-to-frame.ts";
import { isRecalibrationDue } from "./is-recalibration-due.ts";
import { readProgramVersion } from "./live-program.ts";
import { readOutlookRules } from "./outlook-rules.ts";
import { readBaseHolds } from "./read-base-holds.ts";
import { readFormerBase } from "./read-former-base.ts";
import { causesOf, reasonsOf } from "./reasons.ts";
import { saveBaseScores, settleValues } from "./save-base-scores.ts";
import { savePins } from "./save-pins.ts";
import { createFigureReader } from "./standing-at.ts";

/**
 * Calibrates by a shop's whole base and puts everybody into a tier and a group, in one transaction: a kill
 * leaves the former state, a repeat decides nothing new. In a large base values and dates that moved only because others
 * bought follow after it; when they do not, because of a kill, the next run writes them.
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
    const day = calendarDayOf(now, record.timeZone);
    const live = await readProgramVersion(tx, shop, record.liveProgramVersion);
    const { definition: program, version } = live;
    // Asked for every minute until it is there, also while it is being made.
    if (kind === "recalibration" && !isRecalibrationDue(program, record, day)) return null;
    const former = await readCalibrationHead(tx, shop);
    // Read before the orders: whoever is marked from now on stays marked.
    const marks = await readDirtyMarks(tx, shop, null);

    const outlook = await readOutlookRules(tx, shop, program);
    const { customers, frame } = await readBaseFrame(app.db, tx, record, program);
    const { metrics, calibration, scores } = scoreFrame(frame, day, program, outlook);
    const { rankedCustomers } = calibration;
    const figures = createFigureReader({ metrics, scores, program, rankedCustomers });
    const stood = await readFormerBase(app.db, tx, shop, customers, figures, program);
    const dirty = new Set(marks.map(({ customerId }) => customers.findId(customerId)));
    const holds = await readBaseHolds(tx, shop, customers, day, (row) =>
      dirty.has(row) ? (stood.bought[row] ?? 0) > 0 : false,
    );
    const saved = kind === "program-change" ? await readProgram(tx, shop, version) : null;
    const part = saved?.applyPart === "upgrades" ? "upgrades" : "all";
    const { decided, next, pins } = decideBase({
      ...{ program, frame, metrics, scores, calibration, day, holds, part, outlook },
      cause: causesOf(kind, program, stood, dirty),
      state: stood.state,
      former: stood,
    });

    const calibrationId = randomUUID();
    await insertCalibration(tx, {
      shop,
      id: calibrationId,
      programVersion: version,
      asOfDay: day,
      rankedCustomers,
      ladders: encodeCalibration(calibration),
      createdAt: new Date(),
    });
    const id = await newRunId(tx);
    const formerHolds = await savePins(tx, shop, pins, customers, { id, setAt: now });
    const result = await saveBaseScores(
      app.db,
      tx,
      shop,
      {
        customers,
        former: stood,
        scored: { metrics, scores, decided, next, program, rankedCustomers },
        day,
        nextBaseDay: nextEvaluationDay(evaluationOf(program), day),
        reasonOf: reasonsOf(kind, stood, decided, dirty, day),
      },
      {
        ...{ id, kind, programVersion: version, calibrationId, startedAt, decidedAt: now, part },
        actor: saved?.savedBy ?? null,
        detail: { formerHolds, ...(former !== null && { formerLive: liveOf(former) }) },
      },
    );
    await updateShop(tx, shop, {
      liveCalibrationId: calibrationId,
      recalibratedDay: day,
      dueDecidedDay: day,
    });
    await clearDirtyMarks(tx, shop, marks);
    // Whoever is found by orders that were all read anew is no news to Flow.
    if (kind === "import") await forgetFlowLooks(tx, shop);
    await app.enqueue(tx, "publish", { shop });
    await app.enqueue(tx, "renew-groups", { shop });
    await app.enqueue(tx, "study-base", { shop });
    if ((await readShadowProgram(tx, shop)) !== null)
      await app.enqueue(tx, "evaluate-shadow", { shop });
    return { id, customers, result };
  });
  if (run === null) return;
  const { id: runId, customers, result } = run;
  const { decisions } = result.count;
  app.log.info({ shop, kind, runId, customers: customers.count, decisions }, "base scored");
  await settleValues(app.db, shop, customers, result);
}

function liveOf({ id, programVersion }: { id: string; programVersion: number }) {
  return { programVersion, calibrationId: id };
}
