import { medianOf } from "../median.ts";

/** Three gaps, so four visits: the least of which a middle says anything. */
export const leastOwnGaps = 3;
/** Rhythms change: what somebody did a year of weekly orders ago is no measure of today. */
const mostOwnGaps = 12;

/** A customer's own rhythm: what is usual, give or take how much, and the gaps it is taken from. */
export type OwnRhythm = { usualDays: number; spreadDays: number; gaps: number[] };

/**
 * The rhythm of the last twelve gaps up to a visit, `first` being the customer's first one.
 *
 *     usual = median of the gaps        spread = median of |gap − usual|        (one long holiday changes neither)
 *
 * Example: gaps of 30, 31, 28, 90 days: usually every 30.5 days, give or take 1.5.
 */
export function ownRhythmAt(day: Int32Array, first: number, visit: number): OwnRhythm {
  const gaps = recentGaps(day, first, visit);
  const usualDays = medianOf(gaps);
  return { usualDays, spreadDays: medianOf(gaps.map((gap) => Math.abs(gap - usualDays))), gaps };
}

/** The gaps of `ownRhythmAt`, shortest first, or none when there are fewer than three. */
export function ownGapsAt(day: Int32Array, first: number, visit: number): number[] {
  if (visit - first < leastOwnGaps) return [];
  return recentGaps(day, first, visit).sort((a, b) => a - b);
}

function recentGaps(day: Int32Array, first: number, visit: number): number[] {
  const gaps: number[] = [];
  for (let at = Math.max(first + 1, visit - mostOwnGaps + 1); at <= visit; at++)
    gaps.push((day[at] ?? 0) - (day[at - 1] ?? 0));
  return gaps;
}
