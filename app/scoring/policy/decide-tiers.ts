import { groupSchemeOf } from "../groups/group-scheme-of.ts";
import type { Metrics } from "../metrics.ts";
import type { Program } from "../program/program.ts";
import type { Scores } from "../score.ts";
import type { Cause } from "./decide-tier.ts";
import { decideTier } from "./decide-tier.ts";
import type { Holds, LabelPlaces } from "./holds.ts";
import { frozenUntilDayOf, noHolds, overlayLabels } from "./holds.ts";
import { policyRulesOf } from "./policy-rules.ts";
import type { PolicyState } from "./policy-state.ts";
import { emptyPolicyState } from "./policy-state.ts";
import { never } from "../calendar-day.ts";

export type PolicyInput = {
  program: Program;
  /** Calendar date in the shop's time zone, days since 1970-01-01. */
  day: number;
  /** For everybody, or for each customer. */
  cause: Cause | readonly Cause[];
  scores: Pick<Scores, "tier" | "keptTier" | "group">;
  metrics: Pick<Metrics, "customerCount" | "firstOrderDay">;
  /** `null` = nobody has a tier so far. */
  state: PolicyState | null;
  holds?: Holds;
};

/**
 * What is published, and what is to be remembered for the next time. Until `findNextChanges` has looked ahead,
 * `belowFromDay` is `never` for whoever keeps their tier today.
 */
export type DecidedTiers = PolicyState & {
  /** In effect, under holds: index into the program's tiers, −1 = none. */
  tier: Int16Array;
  /** In effect: index into the groups of `groupSchemeOf`, −1 = none. */
  group: Int16Array;
};

/**
 * The tiers that the policy makes of the scores of one day, and the labels in effect under the customers' holds; for a
 * base or for one customer. Deciding twice on one day changes nothing.
 */
export function decideTiers(input: PolicyInput): DecidedTiers {
  const { program, day, cause, scores, metrics, holds = noHolds } = input;
  const { customerCount, firstOrderDay } = metrics;
  const before = input.state ?? emptyPolicyState(customerCount);
  const rules = policyRulesOf(program);
  const after = emptyPolicyState(customerCount);
  for (let customer = 0; customer < customerCount; customer++) {
    const entered = scores.tier[customer] ?? -1;
    const kept = scores.keptTier[customer] ?? -1;
    const autoTier = before.autoTier[customer] ?? -1;
    if (entered === autoTier && kept === autoTier && autoTier >= 0) {
      // Most of them, mostly: nothing to weigh.
      after.autoTier[customer] = autoTier;
      after.sinceDay[customer] = before.sinceDay[customer] ?? never;
      continue;
    }
    const answer = decideTier(
      {
        entered,
        kept,
        firstOrderDay: firstOrderDay[customer] ?? 0,
        frozenUntilDay: frozenUntilDayOf(holds.get(customer)),
        autoTier,
        sinceDay: before.sinceDay[customer] ?? never,
        belowFromDay: before.belowFromDay[customer] ?? never,
        heldBy: before.heldBy[customer] ?? 0,
      },
      rules,
      day,
      typeof cause === "string" ? cause : (cause[customer] ?? "time"),
    );
    after.autoTier[customer] = answer.autoTier;
    after.sinceDay[customer] = answer.sinceDay;
    after.belowFromDay[customer] = answer.belowFromDay;
    after.heldBy[customer] = answer.heldBy;
  }
  return { ...after, ...underHolds(after, scores.group, input) };
}

/** The labels in effect; adds to `heldBy` what the holds do. */
function underHolds(
  { autoTier, heldBy }: PolicyState,
  automaticGroup: Int16Array,
  { program, day, holds = noHolds }: PolicyInput,
): Pick<DecidedTiers, "tier" | "group"> {
  const tier = autoTier.slice();
  const group = automaticGroup.slice();
  const places = labelPlacesOf(program);
  for (const [customer, own] of holds) {
    const automatic = { tier: tier[customer] ?? -1, group: group[customer] ?? -1 };
    const labels = overlayLabels(automatic, own, day, places);
    tier[customer] = labels.tier;
    group[customer] = labels.group;
    heldBy[customer] = (heldBy[customer] ?? 0) | labels.heldBy;
  }
  return { tier, group };
}

export function labelPlacesOf(program: Program): LabelPlaces {
  const placesOf = (list: readonly { key: string }[]) =>
    new Map(list.map(({ key }, index) => [key, index]));
  return { tiers: placesOf(program.tiers), groups: placesOf(groupSchemeOf(program).groups) };
}
