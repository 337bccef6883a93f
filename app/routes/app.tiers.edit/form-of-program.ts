import type { Program } from "../../use-cases/pages/program-editor-page.ts";
import { conditionMetrics, type ConditionRow } from "./condition-metrics.ts";
import type { ProgramForm, TierRow } from "./program-form.ts";
import { percentOf, WHOLE_BP } from "./percents.ts";

/** Bounds that everybody meets, where staying does not ask for what entering asks for. */
const MET_BY_ALL = { recencyDaysAtMost: "36500", others: "0" };

/** A program as fields. */
export function formOf(program: Program): ProgramForm {
  const { policy, tiers } = program;
  return {
    windowDays: String(program.windowDays),
    weights: {
      recency: percentOf(program.weights.recency),
      frequency: percentOf(program.weights.frequency),
      monetary: percentOf(program.weights.monetary),
    },
    levels: levelsIn(program),
    cuts: cutsOf(program),
    tiersBy: program.tiersBy?.kind ?? "value-shares",
    breaksOf: program.tiersBy?.kind === "natural-breaks" ? program.tiersBy.of : "value",
    tiers: tiers.map((tier, index) => rowOf(tier, tiers[index - 1]?.cutBp ?? WHOLE_BP)),
    groups: typeof program.groups === "string" ? program.groups : null,
    policy: {
      upgrade: policy?.upgrade ?? "at-once",
      graceDays: String(policy?.graceDays ?? 0),
      minimumStayDays: String(policy?.minimumStayDays ?? 0),
      oneStepDown: policy?.oneStepDown ?? false,
      refunds: policy?.refunds ?? "as-any-fall",
      welcomeTier: policy?.welcome?.tier ?? null,
      welcomeDays: String(policy?.welcome?.days ?? 30),
      freezes: (policy?.freezes ?? []).map((freeze, index) => ({ id: String(index), ...freeze })),
    },
    evaluation: program.evaluation ?? "daily",
  };
}

function levelsIn({ levels = 5 }: Program): ProgramForm["levels"] {
  return levels === 3 ? "3" : levels === 4 ? "4" : levels === 10 ? "10" : "5";
}

function cutsOf({ cutPoints = {} }: Program): ProgramForm["cuts"] {
  const { recency, frequency, monetary } = cutPoints;
  return {
    recency: {
      kind: recency?.kind ?? "quantile",
      fixed: recency?.kind === "fixed" ? recency.daysAtMost.join(", ") : "",
    },
    frequency: {
      kind: frequency?.kind ?? "quantile",
      fixed: frequency?.kind === "fixed" ? frequency.ordersAtLeast.join(", ") : "",
    },
    monetary: {
      kind: monetary?.kind ?? "quantile",
      fixed: monetary?.kind === "fixed" ? monetary.spendAtLeast.join(", ") : "",
    },
  };
}

function rowOf(tier: Program["tiers"][number], cutBpAbove: number): TierRow {
  const { key, name, colour = "", benefits = "", cutBp, keepBp } = tier;
  return {
    id: key,
    key,
    name,
    colour,
    benefits,
    sharePercent: cutBp === undefined ? "" : percentOf(cutBpAbove - cutBp),
    keepPercent: keepBp === undefined ? "" : percentOf(WHOLE_BP - keepBp),
    conditions: conditionsOf(tier),
  };
}

function conditionsOf({ when = {}, keepWhen }: Program["tiers"][number]): ConditionRow[] {
  return conditionMetrics.flatMap((metric): ConditionRow[] => {
    const enter = when[metric];
    if (enter === undefined) return [];
    const asked = keepWhen?.[metric];
    const free = metric === "recencyDaysAtMost" ? MET_BY_ALL.recencyDaysAtMost : MET_BY_ALL.others;
    const stay = keepWhen === undefined || asked === enter ? "" : String(asked ?? free);
    return [{ id: metric, metric, enter: String(enter), stay }];
  });
}
