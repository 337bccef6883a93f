import { clearDirtyMarks, readDirtyMarks } from "../../persistence/dirty-customers.ts";
import { readCalibrationHead } from "../../persistence/calibrations.ts";
import type { Transaction } from "../../persistence/database.ts";
import { readHistories } from "../../persistence/order-histories.ts";
import { lockScoringOf } from "../../persistence/shop-lock.ts";
import { findInstalledShop } from "../../persistence/shops.ts";
import { calendarDayOf, companyOrdersOf, moneyRulesOf, scoreAgainst } from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { frameOf } from "./histories-to-frame.ts";
import { readProgramVersion } from "./live-program.ts";
import { saveScores } from "./save-scores.ts";
import { readStoredCalibration } from "./stored-calibration.ts";

/** Few enough that a webhook's customer never waits long behind others. */
const customersPerRun = 500;

/** Scores the customers whose orders changed against the stored calibration. */
export async function retierDirtyCustomers(app: App, shop: string): Promise<void> {
  const now = await app.now();
  while ((await app.db.$transaction((tx) => retierSome(app, tx, shop, now))) === customersPerRun);
}

/** Returns how many customers were looked at. */
async function retierSome(app: App, tx: Transaction, shop: string, now: Date): Promise<number> {
  const startedAt = new Date();
  await lockScoringOf(tx, shop);
  const record = await findInstalledShop(tx, shop);
  const head = await readCalibrationHead(tx, shop);
  // Before the first calibration nobody can be scored; the run that makes it scores everybody.
  if (record === null || head === null) return 0;
  const marks = await readDirtyMarks(tx, shop, customersPerRun);
  if (marks.length === 0) return 0;

  // The calibration's own program: a saved one takes effect for everybody at once, with its own run.
  const { definition: program, version } = await readProgramVersion(tx, shop, head.programVersion);
  const calibration = await readStoredCalibration(tx, shop, head.id);
  const scope = marks.map((mark) => mark.customerId);
  const orders = await readHistories(tx, shop, scope, companyOrdersOf(program));
  const { customerIds, frame } = frameOf(orders, record.timeZone, moneyRulesOf(program));
  const asOfDay = calendarDayOf(now, record.timeZone);
  const { metrics, scores } = scoreAgainst(calibration, frame, asOfDay, program);

  const { rankedCustomers } = calibration;
  const scored = { customerIds, metrics, scores, program, rankedCustomers };
  const facts = {
    kind: "order",
    programVersion: version,
    calibrationId: head.id,
    startedAt,
    decidedAt: now,
  } as const;
  await saveScores(tx, shop, scored, scope, facts);
  await clearDirtyMarks(tx, shop, marks);
  await app.enqueue(tx, "publish", { shop });
  return marks.length;
}
