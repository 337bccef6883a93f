import type { Text } from "../../i18n/text.ts";

const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

/** How long something takes or took, in its largest unit. */
export function durationInWords(seconds: number, text: Text): string {
  if (seconds < 1) return text("settings.health.under-a-second");
  if (seconds < 2 * MINUTE_SECONDS) return text("settings.health.seconds", { seconds });
  if (seconds < 2 * HOUR_SECONDS)
    return text("settings.health.minutes", { minutes: Math.round(seconds / MINUTE_SECONDS) });
  if (seconds < 2 * DAY_SECONDS)
    return text("settings.health.hours", { hours: Math.round(seconds / HOUR_SECONDS) });
  return text("settings.health.days", { days: Math.round(seconds / DAY_SECONDS) });
}
