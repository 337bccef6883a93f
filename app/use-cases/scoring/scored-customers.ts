import { readCalibrationHead } from "../../persistence/calibrations.ts";
import type { Transaction } from "../../persistence/database.ts";
import { readHistories } from "../../persistence/order-histories.ts";
import { findInstalledShop, type Shop } from "../../persistence/shops.ts";
import {
  calendarDayOf,
  companyOrdersOf,
  moneyRulesOf,
  scoreAgainst,
  type Calibration,
  type Frame,
  type Metrics,
  type OutlookRules,
  type Program,
  type Scores,
} from "../../scoring/index.ts";
import { frameOf } from "./histories-to-frame.ts";
import { readProgramVersion } from "./live-program.ts";
import { readOutlookRules } from "./outlook-rules.ts";
import { readStoredCalibration } from "./stored-calibration.ts";

/** By what customers are decided between two runs over the base. */
export interface Judging {
  record: Shop;
  program: Program;
  programVersion: number;
  calibration: Calibration;
  calibrationId: string;
  /** The shop's models, where the program asks for them. */
  outlook: OutlookRules | null;
  /** Today in shop time. */
  day: number;
  now: Date;
}

/** Null before the first calibration: until then nobody can be scored. */
export async function readJudging(
  tx: Transaction,
  shop: string,
  now: Date,
): Promise<Judging | null> {
  const record = await findInstalledShop(tx, shop);
  const head = await readCalibrationHead(tx, shop);
  if (record === null || head === null) return null;
  // The calibration's own program: a saved one takes effect for everybody at once, with its own run.
  const { definition, version } = await readProgramVersion(tx, shop, head.programVersion);
  return {
    record,
    program: definition,
    programVersion: version,
    calibration: await readStoredCalibration(tx, shop, head.id),
    calibrationId: head.id,
    outlook: await readOutlookRules(tx, shop, definition),
    day: calendarDayOf(now, record.timeZone),
    now,
  };
}

export interface ScoredCustomers {
  /** Row i of every column belongs to customerIds[i]. */
  customerIds: bigint[];
  frame: Frame;
  metrics: Metrics;
  scores: Scores;
}

/** Some customers by their orders and the calibration there is; those without orders are not ranked. */
export async function scoreCustomers(
  tx: Transaction,
  { record, program, calibration, day, outlook }: Judging,
  scope: readonly bigint[],
): Promise<ScoredCustomers> {
  const orders = await readHistories(tx, record.shop, scope, companyOrdersOf(program));
  const { customerIds, frame } = frameOf(orders, record.timeZone, moneyRulesOf(program), scope);
  return { customerIds, frame, ...scoreAgainst(calibration, frame, day, program, outlook) };
}
