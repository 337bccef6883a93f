import { DateTime } from "luxon";

/**
 * A moment as REST payloads print it: "2026-11-22T05:00:00-05:00", in the shop's zone. Shopify prints whole seconds;
 * here milliseconds follow when there are any, because changes at one frozen moment differ only in them
 * (world/change-time.ts).
 */
export function formatShopTime(epochMs: number, timeZone: string): string {
  const text = DateTime.fromMillis(epochMs, { zone: timeZone }).toISO({
    suppressMilliseconds: true,
  });
  if (text === null) throw new RangeError(`${epochMs} is not a moment in ${timeZone}.`);
  return text;
}
