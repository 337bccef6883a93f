import type { BaseDecision } from "../../persistence/base-decisions.ts";
import type { DecisionReason } from "../../persistence/runs.ts";
import type { AutomaticState, StandingFigures } from "../../persistence/standings.ts";
import { decide, type RankLabels } from "../../scoring/index.ts";
import type { FormerBase } from "./read-former-base.ts";
import { automaticDecision } from "./automatic-decision.ts";
import { never } from "../../scoring/index.ts";

/** What a run over the base decides on the customers whose rows change, and how many of them get other labels. */
export function* decisionsOnBase(
  former: FormerBase,
  rows: Iterable<number>,
  standingAt: (row: number) => StandingFigures,
  reasonOf: (row: number) => DecisionReason,
  count: { decisions: number; customersChanged: number },
): Generator<BaseDecision> {
  for (const row of rows) {
    const now = standingAt(row);
    const from = stateBefore(former, row);
    const labels = labelsBefore(former, row);
    const reason = reasonOf(row);
    const decisions = decide(row, labels, now);
    if (decisions.length > 0) count.customersChanged += 1;
    for (const { customer, family, from: fromKey, to: toKey } of decisions) {
      count.decisions += 1;
      yield { customer, family, fromKey, toKey, reason, from };
    }
    const beneath = automaticDecision(from, labels, now);
    if (beneath !== null) yield { customer: row, ...beneath, reason, from };
  }
}

const nothing: RankLabels & AutomaticState = {
  tier: null,
  group: null,
  autoTier: null,
  tierSinceDay: null,
  belowFromDay: null,
};

function labelsBefore(former: FormerBase, row: number): RankLabels {
  if (former.stood[row] === 0) return nothing;
  const { tiers, groups } = former;
  return (
    former.gone.get(row) ?? {
      tier: tiers.keyOf(former.tier[row] ?? -1),
      group: groups.keyOf(former.group[row] ?? -1),
    }
  );
}

function stateBefore(former: FormerBase, row: number): AutomaticState {
  if (former.stood[row] === 0) return nothing;
  const gone = former.gone.get(row);
  if (gone !== undefined) return gone;
  const autoTier = former.tiers.keyOf(former.autoTier[row] ?? -1);
  const { sinceDay, belowFromDay } = former.state;
  return {
    autoTier,
    tierSinceDay: dayOrNull(sinceDay[row]),
    belowFromDay: dayOrNull(belowFromDay[row]),
  };
}

function dayOrNull(day = never): number | null {
  return day === never ? null : day;
}
