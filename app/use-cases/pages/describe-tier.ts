import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import type { Program } from "../../scoring/index.ts";

type Tier = Program["tiers"][number];
type Thresholds = NonNullable<Tier["when"]>;

/** `bound` in minor units for money, else orders or days. */
export interface TierCondition {
  metric: keyof Thresholds;
  bound: number;
}

/** What it takes to be in a tier and to stay. */
export type TierRule =
  | { kind: "rest" }
  /** From where the tier above ends; shares from 0 to 1 of the ranked customers. `keptTo` null = as it is entered. */
  | { kind: "share"; isTop: boolean; share: number; keptTo: number | null }
  | { kind: "thresholds"; enter: TierCondition[]; stay: TierCondition[] | null }
  | { kind: "natural-breaks"; of: "value" | "recency" | "frequency" | "monetary" };

const WHOLE_BP = 10_000;

/** The rule of the tier at a place of the ladder, 0 = highest. */
export function describeTierRule(
  { tiers, tiersBy }: Program,
  place: number,
  currencyCode: string,
): TierRule {
  if (tiersBy?.kind === "natural-breaks") return { kind: "natural-breaks", of: tiersBy.of };
  const tier = tiers[place];
  if (tier === undefined || place === tiers.length - 1) return { kind: "rest" };
  if (tiersBy?.kind === "thresholds")
    return {
      kind: "thresholds",
      enter: conditionsOf(tier.when ?? {}, currencyCode),
      stay: tier.keepWhen === undefined ? null : conditionsOf(tier.keepWhen, currencyCode),
    };
  const above = tiers[place - 1]?.cutBp ?? WHOLE_BP;
  return {
    kind: "share",
    isTop: place === 0,
    share: (above - (tier.cutBp ?? 0)) / WHOLE_BP,
    keptTo: tier.keepBp === undefined ? null : (WHOLE_BP - tier.keepBp) / WHOLE_BP,
  };
}

function conditionsOf(thresholds: Thresholds, currencyCode: string): TierCondition[] {
  const unitsPerMajor = 10 ** (findCurrencyMinorDigits(currencyCode) ?? 2);
  return Object.entries(thresholds).flatMap(([metric, bound]) => {
    if (bound === undefined || !isMetric(metric)) return [];
    return [
      {
        metric,
        bound: typeof bound === "string" ? Math.round(Number(bound) * unitsPerMajor) : bound,
      },
    ];
  });
}

const metrics: readonly (keyof Thresholds)[] = [
  "spendAtLeast",
  "windowSpendAtLeast",
  "averageOrderAtLeast",
  "expectedSpendAtLeast",
  "ordersAtLeast",
  "windowOrdersAtLeast",
  "recencyDaysAtMost",
];

function isMetric(part: string): part is keyof Thresholds {
  return metrics.some((metric) => metric === part);
}
