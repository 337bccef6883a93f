import { basisPointsIn, numberOrTyped, WHOLE_BP } from "./percents.ts";
import type { ConditionRow } from "./condition-metrics.ts";
import type { ProgramForm, ScoredMetric, TierRow } from "./program-form.ts";

/** Parts of a program by name; null leaves a part out of it. */
export type ProgramParts = Record<string, unknown>;

/** What is sent to be previewed and saved. A part that says what a program means without it is left out. */
export function partsOf(form: ProgramForm, currencyCode: string): ProgramParts {
  const { weights, levels, tiersBy, groups, evaluation } = form;
  return {
    windowDays: numberOrTyped(form.windowDays),
    weights: {
      recency: basisPointsOrTyped(weights.recency),
      frequency: basisPointsOrTyped(weights.frequency),
      monetary: basisPointsOrTyped(weights.monetary),
    },
    levels: levels === "5" ? null : Number(levels),
    cutPoints: cutPointsOf(form.cuts),
    tiersBy: tiersBy === "value-shares" ? null : tiersByOf(form),
    tiers: tiersOf(form),
    ...(groups === null ? {} : { groups }),
    policy: policyOf(form),
    evaluation: evaluation === "daily" ? null : evaluation,
    currency: statesAmounts(form) ? currencyCode : null,
  };
}

function basisPointsOrTyped(percent: string): number | string {
  const basisPoints = basisPointsIn(percent);
  return Number.isNaN(basisPoints) ? percent : basisPoints;
}

const FIXED_PARTS = {
  recency: "daysAtMost",
  frequency: "ordersAtLeast",
  monetary: "spendAtLeast",
} as const;

function cutPointsOf(cuts: ProgramForm["cuts"]): object | null {
  const metrics: ScoredMetric[] = ["recency", "frequency", "monetary"];
  const stated = metrics.flatMap((metric): [ScoredMetric, object][] => {
    const { kind, fixed } = cuts[metric];
    if (kind === "quantile") return [];
    if (kind === "natural-breaks") return [[metric, { kind }]];
    const numbers = fixed.split(/[\s,;]+/).filter((number) => number !== "");
    const bounds = metric === "monetary" ? numbers : numbers.map(numberOrTyped);
    return [[metric, { kind, [FIXED_PARTS[metric]]: bounds }]];
  });
  return stated.length === 0 ? null : Object.fromEntries(stated);
}

function tiersByOf({ tiersBy, breaksOf }: ProgramForm): object {
  return tiersBy === "natural-breaks" ? { kind: tiersBy, of: breaksOf } : { kind: tiersBy };
}

function tiersOf({ tiers, tiersBy }: ProgramForm): object[] {
  const cuts = cutsOfShares(tiers);
  return tiers.map((tier, index) => {
    const isLowest = index === tiers.length - 1;
    const { key, name, colour, benefits } = tier;
    return {
      key,
      name: name.trim(),
      ...(tiersBy === "value-shares" ? sharesOf(tier, cuts[index] ?? "", isLowest) : {}),
      ...(tiersBy === "thresholds" && !isLowest ? thresholdsOf(tier.conditions) : {}),
      ...(colour.trim() === "" ? {} : { colour: colour.trim().toLowerCase() }),
      ...(benefits.trim() === "" ? {} : { benefits: benefits.trim() }),
    };
  });
}

/** Where each tier begins; what cannot be read as a share stays as it was typed and takes nobody from the tiers below. */
export function cutsOfShares(tiers: readonly TierRow[]): (number | string)[] {
  let cutBp = WHOLE_BP;
  return tiers.map(({ sharePercent }, index) => {
    if (index === tiers.length - 1) return 0;
    const shareBp = basisPointsIn(sharePercent);
    if (Number.isNaN(shareBp)) return sharePercent;
    cutBp -= shareBp;
    return cutBp;
  });
}

function sharesOf({ keepPercent }: TierRow, cutBp: number | string, isLowest: boolean): object {
  if (isLowest || keepPercent.trim() === "") return { cutBp };
  const keptBp = basisPointsIn(keepPercent);
  return { cutBp, keepBp: Number.isNaN(keptBp) ? keepPercent : WHOLE_BP - keptBp };
}

function thresholdsOf(conditions: readonly ConditionRow[]): object {
  const enter = conditions.map(({ metric, enter: bound }) => [metric, boundOf(metric, bound)]);
  const isKeptLonger = conditions.some(({ stay }) => stay.trim() !== "");
  const stay = conditions.map(({ metric, enter: bound, stay: kept }) => [
    metric,
    boundOf(metric, kept.trim() === "" ? bound : kept),
  ]);
  return {
    when: Object.fromEntries(enter) as object,
    ...(isKeptLonger ? { keepWhen: Object.fromEntries(stay) as object } : {}),
  };
}

/** Amounts are text in a program, so that they are exact. */
function boundOf(metric: ConditionRow["metric"], bound: string): number | string {
  return isAmount(metric) ? bound.trim() : numberOrTyped(bound);
}

export function isAmount(metric: ConditionRow["metric"]): boolean {
  return (
    metric === "spendAtLeast" ||
    metric === "windowSpendAtLeast" ||
    metric === "averageOrderAtLeast" ||
    metric === "expectedSpendAtLeast"
  );
}

function policyOf({ policy, tiers }: ProgramForm): object | null {
  const welcomed = tiers.findIndex(({ id }) => id === policy.welcomeTier);
  const stated = {
    upgrade: policy.upgrade,
    graceDays: numberOrTyped(policy.graceDays),
    minimumStayDays: numberOrTyped(policy.minimumStayDays),
    oneStepDown: policy.oneStepDown,
    refunds: policy.refunds,
    // By its place: a new tier has no key yet.
    ...(welcomed < 0
      ? {}
      : { welcome: { tier: welcomed, days: numberOrTyped(policy.welcomeDays) } }),
    freezes: policy.freezes.map(({ from, until }) => ({ from, until })),
  };
  const holdsNobody =
    stated.upgrade === "at-once" &&
    stated.graceDays === 0 &&
    stated.minimumStayDays === 0 &&
    !stated.oneStepDown &&
    stated.refunds === "as-any-fall" &&
    welcomed < 0 &&
    stated.freezes.length === 0;
  return holdsNobody ? null : stated;
}

function statesAmounts({ cuts, tiersBy, tiers }: ProgramForm): boolean {
  if (cuts.monetary.kind === "fixed") return true;
  return (
    tiersBy === "thresholds" &&
    tiers.slice(0, -1).some(({ conditions }) => conditions.some(({ metric }) => isAmount(metric)))
  );
}
