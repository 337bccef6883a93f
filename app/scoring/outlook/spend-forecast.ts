import { lastCalendarDay, never } from "../calendar-day.ts";
import type { Frame } from "../frame.ts";
import type { YearRules } from "./expect-year.ts";
import { expectYear } from "./expect-year.ts";

/** Bounds nearer to an amount than this, relatively, are not trusted to be on one side of it: sums are doubles. */
const doubt = 1e-9;

/** What customers are to be expected to spend within 365 days, by a shop's models; customers by their place in the frame. */
export interface SpendForecast {
  /** On a day from `asOfDay` on, if they buy nothing until then: minor units; NaN = nothing bought yet. */
  at: (customer: number, day: number) => number;
  /**
   * The first day after `day` on which `at` is on the other side of `boundMinor` than on `day`, at least it or below it;
   * `never` when there is none in the calendar.
   */
  firstDayAcross: (customer: number, day: number, boundMinor: number) => number;
}

/** What is known of a shop's models: an `OutlookBase`, as it was fitted or as it was stored. */
export type OutlookRules = ({ kind: "fitted" } & YearRules) | { kind: "not-enough-history" };

/** The forecast of everybody in a frame; `null` while the shop has no models. */
export function forecastSpend(
  outlook: OutlookRules | null | undefined,
  frame: Frame,
  asOfDay: number,
): SpendForecast | null {
  if (outlook?.kind !== "fitted") return null;
  const { days, spend, spendBetween } = expectYear(outlook, frame, asOfDay);
  const rowOf = new Int32Array(frame.customerCount).fill(-1);
  for (let row = 0; row < days.customers.length; row++) rowOf[days.customers[row] ?? 0] = row;
  return { at, firstDayAcross };

  function at(customer: number, day: number): number {
    const row = rowOf[customer] ?? -1;
    return row < 0 ? NaN : spend(row, day);
  }

  function firstDayAcross(customer: number, day: number, boundMinor: number): number {
    const row = rowOf[customer] ?? -1;
    if (row < 0) return never;
    const isAbove = spend(row, day) >= boundMinor;
    if (staysOn(day + 1, lastCalendarDay)) return never;
    // Stretches twice as long each time: what is near is found soon, what is far in a few steps.
    let length = 1;
    for (let from = day + 1; from <= lastCalendarDay; from += length / 2) {
      const found = search(from, Math.min(lastCalendarDay, from + length - 1));
      if (found !== null) return found;
      length *= 2;
    }
    return never;

    function search(from: number, to: number): number | null {
      if (from === to) return spend(row, from) >= boundMinor === isAbove ? null : from;
      if (staysOn(from, to)) return null;
      const middle = Math.floor((from + to) / 2);
      return search(from, middle) ?? search(middle + 1, to);
    }

    function staysOn(from: number, to: number): boolean {
      const { low, high } = spendBetween(row, from, to);
      return isAbove ? low * (1 - doubt) >= boundMinor : high * (1 + doubt) < boundMinor;
    }
  }
}
