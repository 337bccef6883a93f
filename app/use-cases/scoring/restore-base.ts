import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { Transaction } from "../../persistence/database.ts";
import {
  decideTiers,
  evaluationOf,
  findNextChanges,
  nextEvaluationDay,
  never,
  scoreAgainst,
  type DecidedTiers,
  type PolicyState,
} from "../../scoring/index.ts";
import type { App } from "../app.ts";
import { describeAsRulesDo } from "./describe-as-rules-do.ts";
import { readBaseFrame } from "./histories-to-frame.ts";
import { readBaseHolds } from "./read-base-holds.ts";
import { readFormerBase, type FormerBase } from "./read-former-base.ts";
import type { RunCount, RunFacts } from "./run-facts.ts";
import { writeBaseScores, type SavedBase } from "./save-base-scores.ts";
import type { Judging } from "./scored-customers.ts";
import { createFigureReader } from "./standing-at.ts";
import type { UndoTargets } from "./undo-targets.ts";

/**
 * Gives customers back what they had before a run that made another program or calibration live, and shows everybody by
 * the program and the calibration that are live again. Whoever gets nothing back keeps their labels, unless the program
 * has no such label.
 */
export async function restoreBase(
  app: App,
  tx: Transaction,
  judging: Judging,
  targets: UndoTargets,
  run: RunFacts,
): Promise<{ count: RunCount; later: { customers: CustomerRows; saved: SavedBase } }> {
  const { record, program, calibration, outlook, day } = judging;
  const { shop } = record;
  const { customers, frame } = await readBaseFrame(app.db, tx, record, program);
  const { metrics, scores } = scoreAgainst(calibration, frame, day, program, outlook);
  const { rankedCustomers } = calibration;
  const figures = createFigureReader({ metrics, scores, program, rankedCustomers });
  const former = await readFormerBase(app.db, tx, shop, customers, figures, program);
  const holds = await readBaseHolds(tx, shop, customers, day, () => false);
  const state = restoredState(former, targets, customers);
  // An undo is no evaluation, for which something may wait.
  const byRules = decideTiers({ program, day, cause: "order", scores, metrics, state, holds });
  const decided = restoredBase(former, state, byRules, targets, customers);
  const next = findNextChanges({ program, frame, calibration, day, decided, holds, outlook });
  const saved = await writeBaseScores(
    app.db,
    tx,
    shop,
    {
      ...{ customers, former, day },
      scored: { metrics, scores, decided, next, program, rankedCustomers },
      nextBaseDay: nextEvaluationDay(evaluationOf(program), day),
      reasonOf: () => "undo",
    },
    run,
  );
  return { count: saved.count, later: { customers, saved } };
}

/** What the policy remembers of everybody, with what comes back in its place. */
function restoredState(
  { tiers, state }: FormerBase,
  { byCustomer }: UndoTargets,
  customers: CustomerRows,
): PolicyState {
  const restored = copyOf(state);
  for (const [customerId, { state: before }] of byCustomer) {
    const row = customers.findId(customerId);
    if (before === undefined || row < 0 || row >= restored.autoTier.length) continue;
    restored.autoTier[row] = tiers.placeOf(before.autoTier);
    restored.sinceDay[row] = before.tierSinceDay ?? never;
    restored.belowFromDay[row] = before.belowFromDay ?? never;
    restored.heldBy[row] = 0;
  }
  return restored;
}

/** What stands, with what comes back in its place; who has no standing or a label of another program goes by the rules. */
function restoredBase(
  former: FormerBase,
  state: PolicyState,
  byRules: DecidedTiers,
  { byCustomer }: UndoTargets,
  customers: CustomerRows,
): DecidedTiers {
  const { tiers, groups } = former;
  const decided: DecidedTiers = {
    ...copyOf(state),
    tier: Int16Array.from(former.tier, (number) => tiers.placeOf(tiers.keyOf(number))),
    group: Int16Array.from(former.group, (number) => groups.placeOf(groups.keyOf(number))),
  };
  for (let row = 0; row < decided.tier.length; row++) {
    const isKnown =
      former.stood[row] !== 0 &&
      isInProgram(former.tier[row], decided.tier[row]) &&
      isInProgram(former.group[row], decided.group[row]) &&
      isInProgram(former.autoTier[row], decided.autoTier[row]);
    if (isKnown) continue;
    for (const column of columns) decided[column][row] = byRules[column][row] ?? 0;
  }
  for (const [customerId, target] of byCustomer) {
    const row = customers.findId(customerId);
    if (row < 0 || row >= decided.tier.length) continue;
    if (target.tier !== undefined) decided.tier[row] = tiers.placeOf(target.tier);
    if (target.group !== undefined) decided.group[row] = groups.placeOf(target.group);
    if (target.state === undefined) continue;
    for (const column of stateColumns) decided[column][row] = state[column][row] ?? 0;
  }
  for (let row = 0; row < decided.tier.length; row++) describeAsRulesDo(decided, byRules, row);
  return decided;
}

function copyOf({ autoTier, sinceDay, belowFromDay, heldBy }: PolicyState): PolicyState {
  return {
    autoTier: autoTier.slice(),
    sinceDay: sinceDay.slice(),
    belowFromDay: belowFromDay.slice(),
    heldBy: heldBy.slice(),
  };
}

const stateColumns = ["autoTier", "sinceDay", "belowFromDay"] as const;
const columns = [...stateColumns, "heldBy", "tier", "group"] as const;

/** A label there was is one of the program now. */
function isInProgram(number = -1, place = -1): boolean {
  return number < 0 || place >= 0;
}
