import { isStudied } from "../../../persistence/calibrations.ts";
import { lookAhead, lookForRisk } from "../../../persistence/flow-looks.ts";
import { saveFlowTrigger, type FlowTriggerRow } from "../../../persistence/flow-triggers.ts";
import { isJobUnfinished } from "../../../persistence/queued-jobs.ts";
import type { Shop } from "../../../persistence/shops.ts";
import type { App } from "../../app.ts";

/** The two triggers whose customers are found by looking at everybody. */
export interface LookedFor {
  "at-risk": FlowTriggerRow;
  "about-to-change": FlowTriggerRow;
}

/**
 * Notes who has come to be at risk by a new study, and, once a day, whose tier is about to change. What is so already
 * when a trigger is turned on, or by a change of the rules, counts as told: neither must start thousands of workflows.
 */
export async function lookForNotices(
  app: App,
  shop: Shop,
  triggers: LookedFor,
  today: number,
): Promise<void> {
  if (await isRiskLookDue(app, shop, triggers["at-risk"]))
    await lookForRiskNow(app, shop, triggers, today);
  if (await isAheadLookDue(app, shop, triggers["about-to-change"], today))
    await lookAheadNow(app, shop, triggers, today);
}

export async function isLookDue(
  app: App,
  shop: Shop,
  triggers: LookedFor,
  today: number,
): Promise<boolean> {
  return (
    (await isRiskLookDue(app, shop, triggers["at-risk"])) ||
    (await isAheadLookDue(app, shop, triggers["about-to-change"], today))
  );
}

async function isRiskLookDue(
  app: App,
  { shop, liveCalibrationId }: Shop,
  { isOn, lookedCalibrationId }: FlowTriggerRow,
): Promise<boolean> {
  if (!isOn || liveCalibrationId === null || liveCalibrationId === lookedCalibrationId)
    return false;
  return isStudied(app.db, shop, liveCalibrationId);
}

async function isAheadLookDue(
  app: App,
  { shop, liveProgramVersion, dueDecidedDay }: Shop,
  { isOn, lookedDay, lookedVersion }: FlowTriggerRow,
  today: number,
): Promise<boolean> {
  // Before the day's own decisions its dates are yesterday's.
  if (!isOn || dueDecidedDay === null || dueDecidedDay < today) return false;
  if (lookedDay === today && lookedVersion === liveProgramVersion) return false;
  // In a large base dates are still being written after its decisions.
  return !(await isJobUnfinished(app.db, shop, "score-base"));
}

async function lookForRiskNow(app: App, record: Shop, triggers: LookedFor, today: number) {
  const { shop, liveCalibrationId } = record;
  const isQuiet = triggers["at-risk"].lookedCalibrationId === null;
  await app.db.$transaction(async (tx) => {
    await lookForRisk(tx, shop, { today, isQuiet, at: new Date() });
    await saveFlowTrigger(tx, shop, "at-risk", { lookedCalibrationId: liveCalibrationId });
  });
}

async function lookAheadNow(app: App, record: Shop, triggers: LookedFor, today: number) {
  const { shop, liveProgramVersion } = record;
  const { lookedDay, lookedVersion, afterRuleChanges, daysBefore } = triggers["about-to-change"];
  const isFirst = lookedDay === null;
  const isByRules = lookedVersion !== liveProgramVersion && !afterRuleChanges;
  await app.db.$transaction(async (tx) => {
    const look = { today, isQuiet: isFirst || isByRules, at: new Date() };
    await lookAhead(tx, shop, daysBefore, look);
    const looked = { lookedDay: today, lookedVersion: liveProgramVersion };
    await saveFlowTrigger(tx, shop, "about-to-change", looked);
  });
}
