import type { FlowTrigger } from "../generated/prisma/client.ts";
import type { Database } from "./database.ts";

/** What of ours a workflow of Shopify Flow can start with. */
export const flowTriggerNames = ["tier-changed", "at-risk", "about-to-change"] as const;
export type FlowTriggerName = (typeof flowTriggerNames)[number];

export type FlowTriggerRow = Omit<FlowTrigger, "shop" | "trigger">;

const neverOn: FlowTriggerRow = {
  isOn: false,
  afterRuleChanges: false,
  daysBefore: 7,
  lookedDay: null,
  lookedVersion: null,
  lookedCalibrationId: null,
  problem: null,
  sent: 0,
  lastSentAt: null,
};

/** All three, those that were never on included. */
export async function readFlowTriggers(
  db: Database,
  shop: string,
): Promise<Record<FlowTriggerName, FlowTriggerRow>> {
  const rows = new Map(
    (await db.flowTrigger.findMany({ where: { shop } })).map((row) => [row.trigger, row]),
  );
  return {
    "tier-changed": rows.get("tier-changed") ?? neverOn,
    "at-risk": rows.get("at-risk") ?? neverOn,
    "about-to-change": rows.get("about-to-change") ?? neverOn,
  };
}

export async function saveFlowTrigger(
  db: Database,
  shop: string,
  trigger: FlowTriggerName,
  changes: Partial<FlowTriggerRow>,
): Promise<void> {
  await db.flowTrigger.upsert({
    where: { shop_trigger: { shop, trigger } },
    create: { ...neverOn, ...changes, shop, trigger },
    update: changes,
  });
}

/** Nobody is known to have been told of anything: the next look at customers tells nobody. */
export async function forgetFlowLooks(db: Database, shop: string): Promise<void> {
  await db.flowTrigger.updateMany({
    where: { shop },
    data: { lookedDay: null, lookedVersion: null, lookedCalibrationId: null },
  });
}

/** Shopify has taken some. */
export async function countFlowSent(
  db: Database,
  shop: string,
  trigger: FlowTriggerName,
  sent: number,
  at: Date,
): Promise<void> {
  await db.flowTrigger.updateMany({
    where: { shop, trigger },
    data: { sent: { increment: sent }, lastSentAt: at },
  });
}
