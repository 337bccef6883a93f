import { DateTime } from "luxon";

/** From the first millisecond that a text can mean to just after the last: a day, a year, or one moment. */
export type MomentSpan = { readonly startMs: number; readonly endMs: number };

/** Where and when a search is made. */
export type SearchScope = { readonly timeZone: string; readonly nowMs: number };

const UNITS = [
  [/^\d{4}$/, "year"],
  [/^\d{4}-\d{2}$/, "month"],
  [/^\d{4}-\d{2}-\d{2}$/, "day"],
  [/^\d{4}-\d{2}-\d{2}T\d{2}$/, "hour"],
] as const;

/**
 * What a time in a search means: `now`, a year, a month, a day or an hour in the shop's time zone, or a moment with its
 * own offset. Null when it is none of these.
 */
export function readSearchMoment(
  text: string,
  { timeZone, nowMs }: SearchScope,
): MomentSpan | null {
  if (text === "now") return { startMs: nowMs, endMs: nowMs };
  const moment = DateTime.fromISO(text.replace(" ", "T"), { zone: timeZone });
  if (!moment.isValid || !/^\d{4}/.test(text)) return null;
  const unit = UNITS.find(([form]) => form.test(text))?.[1];
  const startMs = moment.toMillis();
  if (unit === undefined) return { startMs, endMs: startMs };
  return { startMs, endMs: moment.plus({ [unit]: 1 }).toMillis() };
}
