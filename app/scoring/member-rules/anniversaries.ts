import { formatCalendarDay } from "../calendar-day.ts";

/** Days of any year, both included: `{ from: "02-20", until: "03-05" }`. `from` is never after `until`. */
export type DaysOfYear = { from: string; until: string };

const wholeYear: DaysOfYear = { from: "01-01", until: "12-31" };

/**
 * The days of the year whose anniversary falls on `today` or one of the `days` days after it; `today` in days since
 * 1970-01-01. In a year without it, the 29th of February is kept on the 28th, so that nobody is wished well too late.
 *
 * Example: on 2026-12-20, within 20 days → 12-20 to 12-31 and 01-01 to 01-09. On 2026-02-20, within 8 days → 02-20 to
 * 02-29.
 */
export function anniversariesWithin(today: number, days: number): DaysOfYear[] {
  if (days >= 365) return [wholeYear];
  const [from, last] = [formatCalendarDay(today), formatCalendarDay(today + days)];
  const begins = monthAndDay(from);
  const until = monthAndDay(last) === "02-28" && !isLeapYear(last) ? "02-29" : monthAndDay(last);
  if (from.slice(0, 4) === last.slice(0, 4)) return [{ from: begins, until }];
  return [
    { from: begins, until: wholeYear.until },
    { from: wholeYear.from, until },
  ];
}

/** `month`: 1 to 12. */
export function daysOfMonth(month: number): DaysOfYear {
  const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const two = String(month).padStart(2, "0");
  return { from: `${two}-01`, until: `${two}-${String(lengths[month - 1] ?? 31)}` };
}

function monthAndDay(date: string): string {
  return date.slice(5);
}

function isLeapYear(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}
