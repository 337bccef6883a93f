import type { Transaction } from "../../persistence/database.ts";
import { readHolds, saveHolds, type LabelHold } from "../../persistence/label-holds.ts";
import type { FormerStanding } from "../../persistence/standings.ts";
import {
  decideTiers,
  findNextChanges,
  groupSchemeOf,
  never,
  type DecidedTiers,
  type Holds,
  type Program,
} from "../../scoring/index.ts";
import { describeAsRulesDo } from "./describe-as-rules-do.ts";
import { holdsOf } from "./customer-holds.ts";
import { readFormerOf, stateOf } from "./decide-customers.ts";
import { inParts } from "./decide-many-customers.ts";
import type { RunCount, RunFacts } from "./run-facts.ts";
import { pinOf } from "./save-pins.ts";
import { saveStandingsOf } from "./save-scores.ts";
import { scoreCustomers, type Judging, type ScoredCustomers } from "./scored-customers.ts";
import type { UndoTarget, UndoTargets } from "./undo-targets.ts";

/**
 * Gives customers the labels and the state of the policy back that they had before a run. `isPinned`: the labels are held
 * until the customer's next own order or the date on which they would have changed next.
 */
export async function restoreCustomers(
  tx: Transaction,
  judging: Judging,
  { byCustomer }: UndoTargets,
  run: RunFacts,
  isPinned: boolean,
): Promise<RunCount> {
  return inParts([...byCustomer.keys()], async (part) => {
    const { record, program, calibration, outlook, day } = judging;
    const { shop } = record;
    const scored = await scoreCustomers(tx, judging, part);
    const { customerIds, frame, metrics, scores } = scored;
    const former = await readFormerOf(tx, shop, customerIds);
    const targets = customerIds.map((customerId) => byCustomer.get(customerId) ?? {});
    const held = await readHolds(tx, shop, customerIds);
    if (isPinned) {
      const pinsNow = new Map(
        held
          .filter(({ kind, untilDay }) => kind === "pin" && (untilDay ?? never) > day)
          .map((pin) => [pin.customerId, pin]),
      );
      const untilDays = nextDaysWithoutPins(judging, scored, former, held);
      const pins = targets.flatMap((target, row) =>
        pinsFor(customerIds[row] ?? 0n, target, pinsNow, untilDays[row] ?? never, run),
      );
      await saveHolds(tx, shop, pins);
    }
    const now = isPinned ? await readHolds(tx, shop, customerIds) : held;
    const holds = holdsOf(now, customerIds);
    const decided = restoredTiers(program, former, targets, holds, scored, day);
    const next = findNextChanges({ program, frame, calibration, day, decided, holds, outlook });
    const { rankedCustomers } = calibration;
    const columns = { metrics, scores, decided, next, program, rankedCustomers };
    return saveStandingsOf(tx, shop, { customerIds, former, columns }, "undo", run);
  });
}

/** On which day the labels would change next as the rules have them, whatever is pinned. */
function nextDaysWithoutPins(
  { program, calibration, outlook, day }: Judging,
  { customerIds, frame, metrics, scores }: ScoredCustomers,
  former: readonly (FormerStanding | null)[],
  held: readonly LabelHold[],
): Int32Array {
  const holds = holdsOf(
    held.filter(({ kind }) => kind !== "pin"),
    customerIds,
  );
  const state = stateOf(former, program);
  const decided = decideTiers({ program, day, cause: "time", scores, metrics, state, holds });
  return findNextChanges({ program, frame, calibration, day, decided, holds, outlook }).day;
}

function pinsFor(
  customerId: bigint,
  target: UndoTarget,
  pinsNow: ReadonlyMap<bigint, LabelHold>,
  untilDay: number,
  run: RunFacts,
): LabelHold[] {
  const { tier, group } = target;
  if (tier === undefined && group === undefined) return [];
  const pin = pinOf(
    customerId,
    {
      ...{ kind: "pin", by: "undo", untilDay: untilDay === never ? null : untilDay },
      ...(tier !== undefined && { tier }),
      ...(group !== undefined && { group }),
    },
    run.id,
    run.decidedAt,
  );
  const before = pinsNow.get(customerId);
  if (before === undefined) return [pin];
  if (pinsAlready(before, target)) return [];
  // The other family stays pinned as it was.
  return [
    {
      ...pin,
      families: [...new Set([...before.families, ...pin.families])],
      tierKey: tier === undefined ? before.tierKey : tier,
      groupKey: group === undefined ? before.groupKey : group,
    },
  ];
}

/** Such a pin was given back with what else there was before the run. */
function pinsAlready(
  { families, tierKey, groupKey }: LabelHold,
  { tier, group }: UndoTarget,
): boolean {
  const pins = (family: string, key: string | null, wanted: string | null | undefined) =>
    wanted === undefined || (families.includes(family) && key === wanted);
  return pins("tier", tierKey, tier) && pins("group", groupKey, group);
}

/** The labels and states to come back; of what is not given back, those there are. */
function restoredTiers(
  program: Program,
  former: readonly (FormerStanding | null)[],
  targets: readonly UndoTarget[],
  holds: Holds,
  { metrics, scores }: ScoredCustomers,
  day: number,
): DecidedTiers {
  const rows = former.map((row, place) => {
    const target = targets[place] ?? {};
    if (row === null || target.state === undefined) return row;
    return { ...row, ...target.state, heldBy: [] };
  });
  const state = stateOf(rows, program);
  // Only for what the rules say of the labels given back: an undo is no evaluation, for which something may wait.
  const under = decideTiers({ program, day, cause: "order", scores, metrics, state, holds });
  const tierOf = new Map(program.tiers.map(({ key }, place) => [key, place]));
  const groupOf = new Map(groupSchemeOf(program).groups.map(({ key }, place) => [key, place]));
  const tier = new Int16Array(rows.length).fill(-1);
  const group = new Int16Array(rows.length).fill(-1);
  for (const [row, standing] of former.entries()) {
    const target = targets[row] ?? {};
    const tierKey = target.tier === undefined ? (standing?.tier ?? null) : target.tier;
    const groupKey = target.group === undefined ? (standing?.group ?? null) : target.group;
    tier[row] = tierKey === null ? -1 : (tierOf.get(tierKey) ?? -1);
    group[row] = groupKey === null ? -1 : (groupOf.get(groupKey) ?? -1);
    describeAsRulesDo(state, under, row);
  }
  return { ...state, tier, group };
}
