const DAY_MS = 86_400_000;
const MOST_KEPT_DAYS = 20_000;
const dayTextByDay = new Map<number, string>();
const TWO_DIGITS = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, "0"));

/**
 * A DateTime as Shopify prints it: UTC, whole seconds. Milliseconds appear only where a frozen clock made a change a
 * few of them later than the one before (world/change-time.ts). A bulk result prints millions of these: the day, which
 * takes a calendar, is worked out once per day.
 */
export function dateTimeText(momentMs: number): string {
  const day = Math.floor(momentMs / DAY_MS);
  const ms = momentMs - day * DAY_MS;
  if (!Number.isInteger(ms) || ms % 1000 !== 0) return new Date(momentMs).toISOString();
  const second = ms / 1000;
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  return `${dayText(day)}T${TWO_DIGITS[hours]}:${TWO_DIGITS[minutes]}:${TWO_DIGITS[second % 60]}Z`;
}

function dayText(day: number): string {
  let text = dayTextByDay.get(day);
  if (text === undefined) {
    if (dayTextByDay.size >= MOST_KEPT_DAYS) dayTextByDay.clear();
    text = new Date(day * DAY_MS).toISOString().slice(0, "2026-11-22".length);
    dayTextByDay.set(day, text);
  }
  return text;
}

/** The same for a moment that may not have come. */
export function optionalDateTimeText(momentMs: number | null): string | null {
  return momentMs === null ? null : dateTimeText(momentMs);
}
