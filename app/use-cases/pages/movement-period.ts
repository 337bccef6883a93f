import { formatCalendarDay, parseCalendarDate } from "../../scoring/index.ts";

/** What a merchant asks for. Days are YYYY-MM-DD in shop time. */
export type AskedPeriod =
  { kind: "last"; days: number } | { kind: "between"; from: string; until: string };

export interface Period {
  /** Labels are compared as they were at the end of these days; `from` null = as first calculated. */
  from: string | null;
  until: string;
}

/**
 * The days to compare: never after today, nor before the first calculation. Dates that are none, or the wrong way round,
 * give the last 30 days.
 */
export function periodOf(asked: AskedPeriod, today: number, firstDay: number): Period {
  const days = daysAsked(asked, today);
  const until = Math.min(days.until, today);
  return {
    from: days.from < firstDay ? null : formatCalendarDay(days.from),
    until: formatCalendarDay(Math.max(until, firstDay)),
  };
}

export const usualDays = 30;

function daysAsked(asked: AskedPeriod, today: number): { from: number; until: number } {
  if (asked.kind === "last") return { from: today - asked.days, until: today };
  const from = parseCalendarDate(asked.from);
  const until = parseCalendarDate(asked.until);
  return from === null || until === null || from >= until || from >= today
    ? { from: today - usualDays, until: today }
    : { from, until };
}

/** The ends of about `most` equal steps from one day to another, the last one included. */
export function stepEnds(from: number, until: number, most: number): number[] {
  const days = Math.max(0, until - from);
  const count = Math.min(most, days);
  return Array.from({ length: count }, (_, step) => from + Math.round((days * (step + 1)) / count));
}
