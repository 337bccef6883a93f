import { evaluationOf, policyOf, type Program } from "../../scoring/index.ts";

type Tier = Program["tiers"][number];

/** One thing that is otherwise in one program than in another. Shares are fractions, weights too. */
export type ProgramChange =
  | { kind: "tier-added"; name: string }
  | { kind: "tier-removed"; name: string }
  | { kind: "tier-renamed"; from: string; to: string }
  /** Top shares by value that enter a tier, or keep it. */
  | { kind: "tier-share" | "tier-keep-share"; name: string; from: number; to: number }
  | { kind: "tier-thresholds"; name: string }
  | { kind: "window"; fromDays: number; toDays: number }
  | { kind: "weights"; from: Program["weights"]; to: Program["weights"] }
  | { kind: "grace" | "minimum-stay"; fromDays: number; toDays: number }
  | { kind: "groups" | "money" | "policy" | "evaluation" | "score-cuts" | "ladder" };

/** What a merchant would say has changed from one program to the next. */
export function listProgramChanges(from: Program, to: Program): ProgramChange[] {
  return [...tierChanges(from.tiers, to.tiers), ...otherChanges(from, to)];
}

function tierChanges(from: readonly Tier[], to: readonly Tier[]): ProgramChange[] {
  const before = new Map(from.map((tier) => [tier.key, tier]));
  const kept = new Set(to.map(({ key }) => key));
  return [
    ...from.flatMap(({ key, name }): ProgramChange[] =>
      kept.has(key) ? [] : [{ kind: "tier-removed", name }],
    ),
    ...to.flatMap((tier): ProgramChange[] => {
      const former = before.get(tier.key);
      return former === undefined
        ? [{ kind: "tier-added", name: tier.name }]
        : changesOfTier(former, tier);
    }),
  ];
}

function changesOfTier(from: Tier, to: Tier): ProgramChange[] {
  const { name } = to;
  const changes: ProgramChange[] = [];
  if (from.name !== name) changes.push({ kind: "tier-renamed", from: from.name, to: name });
  if (shareOf(from.cutBp) !== shareOf(to.cutBp))
    changes.push({ kind: "tier-share", name, from: shareOf(from.cutBp), to: shareOf(to.cutBp) });
  const [keepBefore, keepNow] = [
    shareOf(from.keepBp ?? from.cutBp),
    shareOf(to.keepBp ?? to.cutBp),
  ];
  const hasKeep = from.keepBp !== undefined || to.keepBp !== undefined;
  if (hasKeep && keepBefore !== keepNow)
    changes.push({ kind: "tier-keep-share", name, from: keepBefore, to: keepNow });
  if (!isSame([from.when, from.keepWhen], [to.when, to.keepWhen]))
    changes.push({ kind: "tier-thresholds", name });
  return changes;
}

/** The part of the base from the top down to a cut. */
function shareOf(cutBp = 0): number {
  return (10_000 - cutBp) / 10_000;
}

function otherChanges(from: Program, to: Program): ProgramChange[] {
  const changes: ProgramChange[] = [];
  const [before, now] = [policyOf(from), policyOf(to)];
  if (from.windowDays !== to.windowDays)
    changes.push({ kind: "window", fromDays: from.windowDays, toDays: to.windowDays });
  if (!isSame(from.weights, to.weights))
    changes.push({ kind: "weights", from: from.weights, to: to.weights });
  if (!isSame(from.tiersBy, to.tiersBy)) changes.push({ kind: "ladder" });
  if (before.graceDays !== now.graceDays)
    changes.push({ kind: "grace", fromDays: before.graceDays, toDays: now.graceDays });
  if (before.minimumStayDays !== now.minimumStayDays)
    changes.push({
      kind: "minimum-stay",
      fromDays: before.minimumStayDays,
      toDays: now.minimumStayDays,
    });
  const { graceDays: _g, minimumStayDays: _m, ...policyBefore } = before;
  const { graceDays: _h, minimumStayDays: _n, ...policyNow } = now;
  if (!isSame(policyBefore, policyNow)) changes.push({ kind: "policy" });
  if (evaluationOf(from) !== evaluationOf(to)) changes.push({ kind: "evaluation" });
  if (!isSame(from.groups, to.groups)) changes.push({ kind: "groups" });
  if (!isSame([from.money, from.companyOrders], [to.money, to.companyOrders]))
    changes.push({ kind: "money" });
  if (!isSame(from.cutPoints, to.cutPoints)) changes.push({ kind: "score-cuts" });
  return changes;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
