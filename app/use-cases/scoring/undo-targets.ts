import type { Transaction } from "../../persistence/database.ts";
import { readRunDecisions } from "../../persistence/run-decisions.ts";
import type { AutomaticState } from "../../persistence/standings.ts";
import { groupSchemeOf } from "../../scoring/index.ts";
import type { Judging } from "./scored-customers.ts";

/** What an undo gives a customer back; what is left out stays. */
export interface UndoTarget {
  tier?: string | null;
  group?: string | null;
  state?: AutomaticState;
}

export interface UndoTargets {
  byCustomer: Map<bigint, UndoTarget>;
  /** Customers of whom a label stays, because others changed it since or the program has no such label. */
  skipped: Set<bigint>;
}

/** What of a run can be taken back under the program that is live now. */
export async function readUndoTargets(
  tx: Transaction,
  { record, program, day }: Judging,
  runId: string,
): Promise<UndoTargets> {
  const labels = {
    tier: new Set(program.tiers.map(({ key }) => key)),
    group: new Set(groupSchemeOf(program).groups.map(({ key }) => key)),
  };
  const targets: UndoTargets = { byCustomer: new Map(), skipped: new Set() };
  for (const decision of await readRunDecisions(tx, record.shop, runId, day)) {
    const { customerId, family, fromKey, isLast, isLastOfTier } = decision;
    const target = targets.byCustomer.get(customerId) ?? {};
    if (family !== "group" && isLastOfTier) {
      const { autoTier, tierSinceDay, belowFromDay } = decision;
      target.state = { autoTier, tierSinceDay, belowFromDay };
    }
    if (family !== "automatic") {
      if (isLast && (fromKey === null || labels[family].has(fromKey))) target[family] = fromKey;
      else targets.skipped.add(customerId);
    }
    if (Object.keys(target).length > 0) targets.byCustomer.set(customerId, target);
  }
  return targets;
}
