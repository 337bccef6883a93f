import { createZoneOffsets } from "../calendar-day.ts";

const minuteMs = 60_000;
const weekMinutes = 7 * 24 * 60;
/** 1970-01-01 was a Thursday, weeks begin on Monday. */
const epochMinuteOfWeek = 3 * 24 * 60;

/**
 * The minute of the week of instants in a shop's time zone: 0 = Monday 00:00, 10079 = Sunday 23:59.
 *
 * Example: 2011-12-09T23:30:00Z, a Friday, is 7170 in UTC and in Europe/Berlin Saturday 00:30, 7230.
 */
export function createWeekClock(timeZone: string): (atMs: number) => number {
  const offsetAt = createZoneOffsets(timeZone);
  return (atMs) => {
    const localMinute = Math.floor(atMs / minuteMs + offsetAt(atMs));
    return modulo(localMinute + epochMinuteOfWeek, weekMinutes);
  };
}

/** Never negative, unlike `%`. */
function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
