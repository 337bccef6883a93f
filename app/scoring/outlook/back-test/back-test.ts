import type { Frame } from "../../frame.ts";
import type { MissingHistory } from "../../models/fitting/fit-shop.ts";
import type { OutlookSettings } from "../fit-models.ts";
import { fitModels } from "../fit-models.ts";
import { holdOutLastPart } from "./hold-out.ts";
import type { ChanceJudgement } from "./judge-chances.ts";
import { judgeChances } from "./judge-chances.ts";
import type { PurchaseJudgement } from "./judge-purchases.ts";
import { judgePurchases } from "./judge-purchases.ts";
import type { SpendJudgement } from "./judge-spend.ts";
import { judgeSpend } from "./judge-spend.ts";

/** What the rules would have said the last time, against what came. */
export interface BackTestReport {
  kind: "tested";
  /** Last day that they knew. */
  cutDay: number;
  /** Days they had to foresee. */
  horizonDays: number;
  customers: number;
  /** Of whom so many bought again. */
  buyers: number;
  purchases: Omit<PurchaseJudgement, "expected">;
  chances: ChanceJudgement;
  spend: SpendJudgement;
}

export type BackTest = BackTestReport | { kind: "not-enough-history"; missing: MissingHistory };

/**
 * Would it have been right last time? Fits models on the shop's past without its last part, asks them, and rules that need
 * no model, what that part would bring, and compares. Chosen is the nearest model, purchases and spend by mean absolute error,
 * chances by log-loss; "as much again" takes its place where it was clearly nearer.
 */
export function runBackTest(frame: Frame, asOfDay: number, settings: OutlookSettings): BackTest {
  const holdOut = holdOutLastPart(frame, asOfDay);
  if (holdOut.kind === "not-enough-history") return holdOut;
  const models = fitModels(holdOut.known, settings);
  if (models.kind === "not-enough-history") return models;
  const { expected, ...purchases } = judgePurchases(models, holdOut);
  return {
    kind: "tested",
    cutDay: holdOut.cutDay,
    horizonDays: holdOut.horizonDays,
    customers: holdOut.known.customers.length,
    buyers: holdOut.after.purchases.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    purchases,
    chances: judgeChances(models, holdOut),
    spend: judgeSpend(models, holdOut, expected),
  };
}
