import { IANAZone } from "luxon";
import { OrderExportError } from "./order-export-error.ts";
import type { WrittenTimestamp } from "./parse-timestamp.ts";

const dayMs = 86_400_000;

/**
 * The UTC offsets an export was written with, from which its shop's time zone can be narrowed down. Keeps one
 * instant per offset and day: a zone changes its offset at most a few times a year.
 */
export class WrittenOffsets {
  readonly #seen = new Map<string, WrittenTimestamp>();
  #firstOffUtc: { line: number; column: string } | null = null;

  add(timestamp: WrittenTimestamp, line: number, column: string): void {
    if (timestamp.utcOffsetMinutes !== 0) this.#firstOffUtc ??= { line, column };
    const key = `${timestamp.utcOffsetMinutes}/${Math.floor(timestamp.atMs / dayMs)}`;
    if (!this.#seen.has(key)) this.#seen.set(key, timestamp);
  }

  /**
   * The shop's IANA zone: the one given, else `UTC` when every offset written is +0000. Otherwise an
   * `OrderExportError` that lists the zones in which all these instants have these offsets.
   */
  resolveTimeZone(path: string, givenTimeZone: string | undefined): string {
    if (givenTimeZone !== undefined) return requireTimeZone(path, givenTimeZone);
    if (this.#firstOffUtc === null) return "UTC";
    const fitting = this.#findFittingZones();
    const listed =
      fitting.length === 0
        ? "no IANA zone fits all offsets in the file"
        : `these fit the file: ${fitting.join(", ")}`;
    throw new OrderExportError(
      { file: path, ...this.#firstOffUtc },
      `expected the offset +0000 throughout or the shop's time zone as an option (--time-zone); ${listed}`,
    );
  }

  #findFittingZones(): string[] {
    const timestamps = [...this.#seen.values()];
    return Intl.supportedValuesOf("timeZone").filter((name) => {
      const zone = IANAZone.create(name);
      return timestamps.every(
        ({ atMs, utcOffsetMinutes }) => zone.offset(atMs) === utcOffsetMinutes,
      );
    });
  }
}

function requireTimeZone(path: string, timeZone: string): string {
  // Intl also takes "+02:00", which is an offset and not a zone.
  if (/^[A-Za-z]/.test(timeZone) && IANAZone.isValidZone(timeZone)) return timeZone;
  throw new OrderExportError(
    { file: path },
    `expected an IANA time zone like Europe/Berlin, found "${timeZone}"`,
  );
}
