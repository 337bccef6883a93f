import { countUntold } from "../../persistence/flow-notices.ts";
import {
  flowTriggerNames,
  type FlowTriggerName,
  type FlowTriggerRow,
} from "../../persistence/flow-triggers.ts";
import type { App } from "../app.ts";

/** How one trigger of Shopify Flow goes. */
export interface FlowTriggerView {
  name: FlowTriggerName;
  sent: number;
  lastSentAt: string | null;
  /** What Flow has not heard yet. */
  waiting: number;
  /** "not-deployed", or Shopify's own words; null = none. */
  problem: string | null;
}

export async function viewFlowTriggers(
  app: App,
  shop: string,
  triggers: Record<FlowTriggerName, FlowTriggerRow>,
): Promise<FlowTriggerView[]> {
  const untold = await countUntold(app.db, shop);
  return flowTriggerNames.map((name) => {
    const { sent, lastSentAt, problem } = triggers[name];
    const waiting = untold[name];
    return { name, sent, lastSentAt: lastSentAt?.toISOString() ?? null, waiting, problem };
  });
}
