import type { TierDefinition } from "../../use-cases/pages/page-words.ts";
import type { ProgramForm, ScoreCuts, TiersPage } from "../../use-cases/pages/tiers-page.ts";

/** One row of the ladder as it is typed. `id` only tells rows apart on the screen. */
export interface TierRow {
  id: string;
  /** Null until the server has given a new tier its key. */
  key: string | null;
  name: string;
  /** Percent of the ranked customers, as typed; the lowest tier takes everybody left and ignores it. */
  sharePercent: string;
}

/** The editor's state: text as typed, because half-typed numbers are no numbers. */
export interface TierForm {
  windowDays: string;
  weights: Record<"recency" | "frequency" | "monetary", string>;
  /** Highest first. */
  tiers: TierRow[];
  /** Null = something of the shop's own, which this form leaves alone. */
  groups: string | null;
  scoreCuts: ScoreCuts | null;
}

const WHOLE_BP = 10000;
const BP_PER_PERCENT = 100;
/** What a new tier starts with. */
const NEW_SHARE_PERCENT = "10";

export function formOf(program: TiersPage["program"]): TierForm {
  const tiers: TierDefinition[] = program.tiers;
  return {
    groups: program.groups,
    scoreCuts: program.scoreCuts,
    windowDays: String(program.windowDays),
    weights: {
      recency: percentOf(program.weights.recency),
      frequency: percentOf(program.weights.frequency),
      monetary: percentOf(program.weights.monetary),
    },
    tiers: tiers.map((tier, index) => ({
      id: tier.key,
      key: tier.key,
      name: tier.name,
      sharePercent: percentOf((tiers[index - 1]?.cutBp ?? WHOLE_BP) - (tier.cutBp ?? 0)),
    })),
  };
}

/** What is sent to be saved. What cannot be read as a number becomes null there, and is refused at its field. */
export function programOf({
  windowDays,
  weights,
  tiers,
  groups,
  scoreCuts,
}: TierForm): ProgramForm {
  let cutBp = WHOLE_BP;
  return {
    ...(groups === null ? {} : { groups }),
    ...(scoreCuts === null ? {} : { cutPoints: cutPointsOf(scoreCuts) }),
    windowDays: numberIn(windowDays),
    weights: {
      recency: basisPointsIn(weights.recency),
      frequency: basisPointsIn(weights.frequency),
      monetary: basisPointsIn(weights.monetary),
    },
    tiers: tiers.map(({ key, name, sharePercent }, index) => {
      cutBp -= basisPointsIn(sharePercent);
      return { key, name: name.trim(), cutBp: index === tiers.length - 1 ? 0 : cutBp };
    }),
  };
}

/** Quantiles are what a program means by saying nothing. */
function cutPointsOf(scoreCuts: ScoreCuts): NonNullable<ProgramForm["cutPoints"]> | null {
  if (scoreCuts === "quantile") return null;
  const rule = { kind: scoreCuts };
  return { recency: rule, frequency: rule, monetary: rule };
}

/** A new tier stands above the lowest one, which goes on taking everybody left. */
export function withNewTier(form: TierForm, id: string): TierForm {
  const lowest = form.tiers.length - 1;
  const added = { id, key: null, name: "", sharePercent: NEW_SHARE_PERCENT };
  return { ...form, tiers: [...form.tiers.slice(0, lowest), added, ...form.tiers.slice(lowest)] };
}

export function withoutTier(form: TierForm, id: string): TierForm {
  return { ...form, tiers: form.tiers.filter((tier) => tier.id !== id) };
}

export function withTier(
  form: TierForm,
  id: string,
  change: Partial<Pick<TierRow, "name" | "sharePercent">>,
): TierForm {
  return {
    ...form,
    tiers: form.tiers.map((tier) => (tier.id === id ? { ...tier, ...change } : tier)),
  };
}

/** Percent, for the line under the weights; null while one of them is not a number. */
export function weightSumPercent({ weights }: TierForm): number | null {
  const sumBp =
    basisPointsIn(weights.recency) +
    basisPointsIn(weights.frequency) +
    basisPointsIn(weights.monetary);
  return Number.isNaN(sumBp) ? null : sumBp / BP_PER_PERCENT;
}

/** How many customers a tier will hold, about: ties can move the border. Null when that is not known. */
export function aboutCustomers(
  form: TierForm,
  index: number,
  rankedCustomers: number,
): number | null {
  const { tiers } = programOf(form);
  const above = index === 0 ? WHOLE_BP : (tiers[index - 1]?.cutBp ?? Number.NaN);
  const share = (above - (tiers[index]?.cutBp ?? Number.NaN)) / WHOLE_BP;
  return share >= 0 && share <= 1 ? Math.round(share * rankedCustomers) : null;
}

function percentOf(basisPoints: number): string {
  return String(basisPoints / BP_PER_PERCENT);
}

function basisPointsIn(percent: string): number {
  return Math.round(numberIn(percent) * BP_PER_PERCENT);
}

function numberIn(typed: string): number {
  return typed.trim() === "" ? Number.NaN : Number(typed);
}
