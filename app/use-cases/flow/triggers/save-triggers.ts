import { z } from "zod";
import type { Transaction } from "../../../persistence/database.ts";
import { forgetNotices } from "../../../persistence/flow-notices.ts";
import {
  flowTriggerNames,
  forgetFlowLooks,
  readFlowTriggers,
  saveFlowTrigger,
  type FlowTriggerName,
  type FlowTriggerRow,
} from "../../../persistence/flow-triggers.ts";
import type { App } from "../../app.ts";
import { requireShop } from "../../require-shop.ts";

export const flowSettingsSchema = z.strictObject({
  tierChanged: z.boolean(),
  atRisk: z.boolean(),
  aboutToChange: z.boolean(),
  /** What a change of the rules brings about is told too. */
  afterRuleChanges: z.boolean(),
  /** So many days before a tier changes. */
  daysBefore: z
    .int("must be a whole number of days")
    .min(1, "must be 1 or more")
    .max(60, "must be 60 or less"),
});

export type FlowSettings = z.infer<typeof flowSettingsSchema>;

/** All off. */
export const noFlow = {
  tierChanged: false,
  atRisk: false,
  aboutToChange: false,
} satisfies Partial<FlowSettings>;

export function flowSettingsOf(triggers: Record<FlowTriggerName, FlowTriggerRow>): FlowSettings {
  return {
    tierChanged: triggers["tier-changed"].isOn,
    atRisk: triggers["at-risk"].isOn,
    aboutToChange: triggers["about-to-change"].isOn,
    afterRuleChanges: triggers["tier-changed"].afterRuleChanges,
    daysBefore: triggers["about-to-change"].daysBefore,
  };
}

/**
 * Saves which triggers are on. One that goes off forgets everything, so one that goes on begins anew. Saving is also how
 * a merchant asks for another attempt after a problem. `leavesDryRun`: what was only tried out is not told afterwards.
 */
export async function saveFlowSettings(
  tx: Transaction,
  shop: string,
  settings: Partial<FlowSettings>,
  { leavesDryRun }: { leavesDryRun: boolean },
): Promise<void> {
  const triggers = await readFlowTriggers(tx, shop);
  const { afterRuleChanges, daysBefore, ...switches } = {
    ...flowSettingsOf(triggers),
    ...settings,
  };
  const isOn = {
    "tier-changed": switches.tierChanged,
    "at-risk": switches.atRisk,
    "about-to-change": switches.aboutToChange,
  };
  for (const trigger of flowTriggerNames) {
    const before = triggers[trigger];
    const isWider = trigger === "about-to-change" && before.daysBefore !== daysBefore;
    const beginsAnew = isWider || !isOn[trigger] || !before.isOn;
    await saveFlowTrigger(tx, shop, trigger, {
      ...{ isOn: isOn[trigger], afterRuleChanges, daysBefore, problem: null },
      ...(beginsAnew && { lookedDay: null, lookedVersion: null, lookedCalibrationId: null }),
    });
    if (!isOn[trigger]) await forgetNotices(tx, shop, trigger);
  }
  if (!leavesDryRun) return;
  await forgetNotices(tx, shop, null);
  await forgetFlowLooks(tx, shop);
}

/** The merchant has what was wrong put right: whatever waits is sent again. */
export async function tryFlowAgain(app: App, shop: string): Promise<{ kind: "trying" }> {
  await requireShop(app, shop);
  await app.db.$transaction(async (tx) => {
    const triggers = await readFlowTriggers(tx, shop);
    for (const trigger of flowTriggerNames)
      if (triggers[trigger].problem !== null)
        await saveFlowTrigger(tx, shop, trigger, { problem: null });
    await app.enqueue(tx, "tell-flow", { shop });
  });
  return { kind: "trying" };
}
