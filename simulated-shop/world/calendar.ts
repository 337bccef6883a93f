import { DateTime, IANAZone } from "luxon";

/** The last whole second of a date in a time zone: where the clock of a shop "as of" that date stands. */
export function endOfDateMs(date: string, timeZone: string): number {
  if (!IANAZone.isValidZone(timeZone))
    throw new RangeError(
      `${JSON.stringify(timeZone)} is not an IANA time zone; expected one like Europe/London.`,
    );
  const day = DateTime.fromISO(date, { zone: timeZone });
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !day.isValid)
    throw new RangeError(`${JSON.stringify(date)} is not a date; expected one like 2026-11-22.`);
  return day.endOf("day").startOf("second").toMillis();
}

/** The calendar date of a moment in a time zone, "2026-11-22". */
export function dateOf(momentMs: number, timeZone: string): string {
  return DateTime.fromMillis(momentMs, { zone: timeZone }).toISODate() ?? "";
}
