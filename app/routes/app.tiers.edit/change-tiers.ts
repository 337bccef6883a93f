import { cutsOfShares } from "./parts-of-form.ts";
import { basisPointsIn, WHOLE_BP } from "./percents.ts";
import type { ProgramForm, TierRow } from "./program-form.ts";

const BP_PER_PERCENT = 100;
/** What a new tier starts with. */
const NEW_SHARE_PERCENT = "10";

const FIRST_CONDITION = {
  id: "first",
  metric: "windowSpendAtLeast",
  enter: "",
  stay: "",
} as const;

/** Another kind of ladder. One of thresholds asks for something in every tier, so there is a place to type it. */
export function withTiersBy(form: ProgramForm, tiersBy: ProgramForm["tiersBy"]): ProgramForm {
  const tiers = form.tiers.map((tier) =>
    tier.conditions.length === 0 ? { ...tier, conditions: [FIRST_CONDITION] } : tier,
  );
  return { ...form, tiersBy, tiers: tiersBy === "thresholds" ? tiers : form.tiers };
}

/** A new tier stands above the lowest one, which goes on taking everybody left. */
export function withNewTier(form: ProgramForm, id: string): ProgramForm {
  const lowest = form.tiers.length - 1;
  const added: TierRow = {
    id,
    key: null,
    name: "",
    colour: "",
    benefits: "",
    sharePercent: NEW_SHARE_PERCENT,
    keepPercent: "",
    conditions: [FIRST_CONDITION],
  };
  return { ...form, tiers: [...form.tiers.slice(0, lowest), added, ...form.tiers.slice(lowest)] };
}

export function withoutTier(form: ProgramForm, id: string): ProgramForm {
  const { policy } = form;
  const welcomeTier = policy.welcomeTier === id ? null : policy.welcomeTier;
  return {
    ...form,
    tiers: form.tiers.filter((tier) => tier.id !== id),
    policy: { ...policy, welcomeTier },
  };
}

export function withTier(form: ProgramForm, id: string, change: Partial<TierRow>): ProgramForm {
  const tiers = form.tiers.map((tier) => (tier.id === id ? { ...tier, ...change } : tier));
  return { ...form, tiers };
}

/** Names, colours, benefits and keys change places; what it takes to be on a rung stays with the rung. */
export function withTierMoved(form: ProgramForm, id: string, by: 1 | -1): ProgramForm {
  const from = form.tiers.findIndex((tier) => tier.id === id);
  const moved = form.tiers[from];
  const other = form.tiers[from + by];
  if (moved === undefined || other === undefined) return form;
  const tiers = form.tiers.slice();
  tiers[from] = { ...other, ...ruleOf(moved) };
  tiers[from + by] = { ...moved, ...ruleOf(other) };
  return { ...form, tiers };
}

function ruleOf({ sharePercent, keepPercent, conditions }: TierRow): Partial<TierRow> {
  return { sharePercent, keepPercent, conditions };
}

/** Percent, for the line under the weights; null while one of them is not a number. */
export function weightSumPercent({ weights }: Pick<ProgramForm, "weights">): number | null {
  const sumBp =
    basisPointsIn(weights.recency) +
    basisPointsIn(weights.frequency) +
    basisPointsIn(weights.monetary);
  return Number.isNaN(sumBp) ? null : sumBp / BP_PER_PERCENT;
}

/** Where a tier ends, in percent from the top; null while that is not known. */
export function endsAtPercent({ tiers }: ProgramForm, index: number): number | null {
  const cutBp = cutsOfShares(tiers)[index];
  return typeof cutBp === "number" ? (WHOLE_BP - cutBp) / BP_PER_PERCENT : null;
}

/** How many customers a tier by shares will hold, about: ties can move the border. Null when that is not known. */
export function aboutCustomers(
  { tiers }: ProgramForm,
  index: number,
  rankedCustomers: number,
): number | null {
  const cuts = cutsOfShares(tiers);
  const above = index === 0 ? WHOLE_BP : cuts[index - 1];
  const own = cuts[index];
  if (typeof above !== "number" || typeof own !== "number") return null;
  const share = (above - own) / WHOLE_BP;
  return share >= 0 && share <= 1 ? Math.round(share * rankedCustomers) : null;
}
