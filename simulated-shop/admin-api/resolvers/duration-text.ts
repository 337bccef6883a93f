const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;
const MONTH_MINUTES = 30 * DAY_MINUTES;
const YEAR_MINUTES = 365 * DAY_MINUTES;

/**
 * A duration in Rails' words, as `lifetimeDuration` has it: "less than 10 seconds" (seen), "about 12 years" (told).
 */
export function durationText(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 60) return secondsText(seconds);
  const minutes = Math.round(durationMs / MINUTE_MS);
  if (minutes < 45) return count(minutes, "minute");
  if (minutes < 90) return "about 1 hour";
  if (minutes < DAY_MINUTES) return `about ${count(Math.round(minutes / HOUR_MINUTES), "hour")}`;
  if (minutes < 42 * HOUR_MINUTES) return "1 day";
  if (minutes < MONTH_MINUTES) return count(Math.round(minutes / DAY_MINUTES), "day");
  if (minutes < 2 * MONTH_MINUTES)
    return `about ${count(Math.round(minutes / MONTH_MINUTES), "month")}`;
  if (minutes < YEAR_MINUTES) return count(Math.round(minutes / MONTH_MINUTES), "month");
  return yearsText(minutes);
}

function secondsText(seconds: number): string {
  const bound = [5, 10, 20].find((limit) => seconds < limit);
  if (bound !== undefined) return `less than ${bound} seconds`;
  return seconds < 40 ? "half a minute" : "less than a minute";
}

function yearsText(minutes: number): string {
  const years = Math.floor(minutes / YEAR_MINUTES);
  const rest = minutes % YEAR_MINUTES;
  if (rest < 3 * MONTH_MINUTES) return `about ${count(years, "year")}`;
  if (rest < 9 * MONTH_MINUTES) return `over ${count(years, "year")}`;
  return `almost ${count(years + 1, "year")}`;
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}
