import { IANAZone } from "luxon";

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** Calendars end with the year 9999. */
export const lastCalendarDay = 2_932_896;

/** In a column of days: no such day. Later than any. */
export const never = 0x7fff_ffff;

/**
 * The calendar date of an instant in a shop's time zone, as whole days since 1970-01-01.
 *
 *     day = floor((instant + UTC offset of the zone at that instant) / 24 h)
 *
 * Example: 2011-12-09T23:30:00Z is day 15317 (2011-12-09) in UTC and 15318 in Europe/Berlin.
 * For many instants of one zone use `createCalendar`.
 */
export function calendarDayOf(instant: Date | number, timeZone: string): number {
  const atMs = Number(instant);
  return dayAt(atMs, zoneOf(timeZone).offset(atMs));
}

/** `calendarDayOf` for many instants of one zone. */
export function createCalendar(timeZone: string): (atMs: number) => number {
  const offsetAt = createZoneOffsets(timeZone);
  return (atMs) => dayAt(atMs, offsetAt(atMs));
}

/**
 * The minutes a zone is ahead of UTC at an instant, for many instants. Asking a zone costs microseconds, so it is asked
 * at both ends of a UTC day once: where they agree, the offset holds all day (no zone changes it twice in a day).
 */
export function createZoneOffsets(timeZone: string): (atMs: number) => number {
  const zone = zoneOf(timeZone);
  const offsetByUtcDay = new Map<number, number | "changes">();
  return (atMs) => {
    const utcDay = Math.floor(atMs / dayMs);
    let offset = offsetByUtcDay.get(utcDay);
    if (offset === undefined) {
      const atStart = zone.offset(utcDay * dayMs);
      offset = atStart === zone.offset((utcDay + 1) * dayMs) ? atStart : "changes";
      offsetByUtcDay.set(utcDay, offset);
    }
    return offset === "changes" ? zone.offset(atMs) : offset;
  };
}

/** `2011-12-09` → 15317; `null` when there is no such date. */
export function parseCalendarDate(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const atMs = Date.parse(`${text}T00:00:00Z`);
  // Date.parse rolls 2011-02-30 over to March in some engines; writing it back shows that.
  return Number.isNaN(atMs) || formatCalendarDay(atMs / dayMs) !== text ? null : atMs / dayMs;
}

/** 15317 → `2011-12-09`. */
export function formatCalendarDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function dayAt(atMs: number, utcOffsetMinutes: number): number {
  return Math.floor((atMs + utcOffsetMinutes * minuteMs) / dayMs);
}

function zoneOf(timeZone: string): IANAZone {
  if (!IANAZone.isValidZone(timeZone))
    throw new RangeError(`There is no IANA time zone "${timeZone}".`);
  return IANAZone.create(timeZone);
}
