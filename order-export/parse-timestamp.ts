/** An instant and the UTC offset it was written with: `+0530` is 330. */
export type WrittenTimestamp = { atMs: number; utcOffsetMinutes: number };

const timestamp =
  /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)? ?(?:(Z|UTC)|([+-])(\d{2}):?(\d{2}))$/;

/**
 * Reads `2010-12-01 08:26:00 +0000`, as Shopify writes it, or ISO 8601 with an offset. `null` for anything else,
 * also for days that do not exist (30 February) and for times without an offset, which name no instant.
 */
export function parseTimestamp(text: string): WrittenTimestamp | null {
  const match = timestamp.exec(text);
  if (match === null) return null;
  const part = (group: number): number => Number(match[group] ?? 0);
  const [year, month, day] = [part(1), part(2), part(3)];
  const [hour, minute, second] = [part(4), part(5), part(6)];
  const offset = readOffsetMinutes(match[9], match[10], match[11]);
  if (offset === null || hour > 23 || minute > 59 || second > 59) return null;
  const midnight = new Date(Date.UTC(2000, month - 1, day));
  midnight.setUTCFullYear(year, month - 1, day);
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== day) return null;
  const fractionMs = Math.floor(Number(`0.${match[7] ?? "0"}`) * 1000);
  const seconds = hour * 3600 + (minute - offset) * 60 + second;
  return { atMs: midnight.getTime() + seconds * 1000 + fractionMs, utcOffsetMinutes: offset };
}

function readOffsetMinutes(sign = "+", hours = "00", minutes = "00"): number | null {
  const total = Number(hours) * 60 + Number(minutes);
  // No zone has ever been further than 15:13 from UTC.
  if (Number(minutes) > 59 || total > 16 * 60) return null;
  return sign === "-" ? -total : total;
}
