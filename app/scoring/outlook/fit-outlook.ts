import type { Frame } from "../frame.ts";
import type { MissingHistory } from "../models/fitting/fit-shop.ts";
import type { BackTest } from "./back-test/back-test.ts";
import { runBackTest } from "./back-test/back-test.ts";
import type { PurchaseRule } from "./back-test/judge-purchases.ts";
import type { SpendRule } from "./back-test/judge-spend.ts";
import type { FittedModels, OrderModelRule, OutlookSettings } from "./fit-models.ts";
import { fitModels } from "./fit-models.ts";
import { collectPurchaseDays } from "./purchase-days.ts";

/** Which rule says what. */
export interface ChosenRules {
  purchases: PurchaseRule;
  chances: OrderModelRule;
  spend: SpendRule;
}

/** What lets one say what to expect of a customer, and how right it would have been. */
export type OutlookBase =
  | { kind: "fitted"; models: FittedModels; chosen: ChosenRules; backTest: BackTest }
  | { kind: "not-enough-history"; missing: MissingHistory };

/** With too short a past to test them: the rules that were nearest on published data. */
const untested: ChosenRules = {
  purchases: "mbg-cnbd-k",
  chances: "mbg-cnbd-k",
  spend: "gamma-gamma-all",
};

/** Tests on the past, chooses, and fits on everything up to and on `asOfDay`. */
export function fitOutlook(frame: Frame, asOfDay: number, settings: OutlookSettings): OutlookBase {
  const models = fitModels(collectPurchaseDays(frame, asOfDay), settings);
  if (models.kind === "not-enough-history") return models;
  const backTest = runBackTest(frame, asOfDay, settings);
  const chosen =
    backTest.kind === "tested"
      ? {
          purchases: backTest.purchases.chosen,
          chances: backTest.chances.chosen,
          spend: backTest.spend.chosen,
        }
      : untested;
  return { kind: "fitted", models, chosen, backTest };
}
