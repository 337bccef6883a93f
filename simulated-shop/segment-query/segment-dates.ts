import { DateTime } from "luxon";
import type { SegmentToken } from "./tokenize-segment-query.ts";

/** One calendar day of the shop, as moments: from `startMs` up to, not including, `endMs`. */
export type SegmentDay = { readonly startMs: number; readonly endMs: number };

/** The clock and the time zone that dates of a segment query are read in. */
export type SegmentCalendar = { readonly nowMs: number; readonly timeZone: string };

const UNITS = { d: "days", w: "weeks", m: "months", y: "years" } as const;

/**
 * The day a date value names: `2026-01-31` (quoted or not), an offset from today (`-30d`, `-4w`, `-12m`, `+1y`), `today`,
 * `yesterday` or `30_days_ago`. A date with a time means its day. Undefined when it names none.
 */
export function readSegmentDay(
  { kind, text }: SegmentToken,
  { nowMs, timeZone }: SegmentCalendar,
): SegmentDay | undefined {
  if (kind === "number" || kind === "unknown") return undefined;
  const today = DateTime.fromMillis(nowMs, { zone: timeZone }).startOf("day");
  const start = readStart(text.toLowerCase(), today, timeZone);
  return start?.isValid === true
    ? { startMs: start.toMillis(), endMs: start.plus({ days: 1 }).toMillis() }
    : undefined;
}

function readStart(text: string, today: DateTime, timeZone: string): DateTime | undefined {
  if (text === "today") return today;
  if (text === "yesterday") return today.minus({ days: 1 });
  const [, amount, unit] = /^([+-]?\d+)([dwmy])$/.exec(text) ?? [];
  if (amount !== undefined && isUnit(unit)) return today.plus({ [UNITS[unit]]: Number(amount) });
  const [, ago, units] = /^(\d+)_(days|weeks|months|years)_ago$/.exec(text) ?? [];
  if (ago !== undefined && units !== undefined) return today.minus({ [units]: Number(ago) });
  return /^\d{4}-\d{2}-\d{2}/.test(text)
    ? DateTime.fromISO(text.toUpperCase(), { zone: timeZone }).startOf("day")
    : undefined;
}

function isUnit(unit: string | undefined): unit is keyof typeof UNITS {
  return unit !== undefined && Object.hasOwn(UNITS, unit);
}
