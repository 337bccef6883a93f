import { findCurrencyMinorDigits } from "../../order-export/currency-digits.ts";

/**
 * Numbers, amounts and dates as a merchant reads them. Server and browser must print the same characters, or React
 * draws the page twice: so no `formatRange` (Node and Chromium differ in Russian), and a fixed locale and time zone.
 */

export interface ShopRegion {
  /** ISO 4217. */
  currencyCode: string;
  /** IANA name. */
  timeZone: string;
}

export interface Formats {
  integer(count: number): string;
  /** `share` 0–1 in whole percents; one decimal below 1 %, so that a small share never reads as none. */
  percent(share: number): string;
  /** Whole percents rounded down: nobody who is beaten by one customer "beats 100 %". */
  percentDown(share: number): string;
  /** Two decimals, for the 0–100 value. */
  decimal(value: number): string;
  /** As many decimals as it has, at most two: a number beside a field. */
  plainNumber(value: number): string;
  /** Four significant digits: numbers that may be any size. */
  significant(value: number): string;
  /** With all decimals of the currency: tables. */
  money(minorUnits: number): string;
  /** Whole units from 1,000 up: sentences and tiles. */
  moneyInShort(minorUnits: number): string;
  /** The day of an instant in the shop's time zone. */
  date(instant: string): string;
  dateAndTime(instant: string): string;
  time(instant: string): string;
  /** A calendar date (YYYY-MM-DD), which has no time zone. */
  calendarDate(date: string): string;
  /** 0 = Monday. */
  weekday(day: number, width: "long" | "short"): string;
  /** 1 = January. */
  month(month: number): string;
  /** The beginning of an hour of the day, 0–23. */
  hour(hour: number): string;
  /** The country of a two-letter code; the code where it has no name. */
  country(code: string): string;
  /** "a, b and c", or with "or". */
  list(items: readonly string[], joint: "and" | "or"): string;
  /** "4 minutes ago" within 7 days, else the day. */
  relative(instant: string): string;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** From here on a date says more than "9 days ago". */
const RELATIVE_LIMIT_MS = 7 * DAY_MS;
/** 5 January 1970. */
const A_MONDAY_MS = 4 * DAY_MS;
/** What is less is told as less than it. */
const LEAST_SHARE = 0.001;
const WHOLE_UNITS_FROM = 1000;
/** 0.29 · 100 is 28.999…; far less than a customer in a million is worth. */
const ROUNDING_NOISE = 1e-9;

/** All formatters for one reader and one shop. `now` is the instant relative times are counted from. */
export function formatsFor(
  locale: string,
  { currencyCode, timeZone }: ShopRegion,
  now: string,
): Formats {
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const percents = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const smallPercents = new Intl.NumberFormat(locale, {
    style: "percent",
    maximumFractionDigits: 1,
  });
  const decimals = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const plainNumbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const significants = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const currency = {
    style: "currency",
    currency: currencyCode,
    currencyDisplay: "narrowSymbol",
  } as const;
  const amounts = new Intl.NumberFormat(locale, currency);
  const wholeAmounts = new Intl.NumberFormat(locale, { ...currency, maximumFractionDigits: 0 });
  // Not Intl's own digits: it shows forints whole, but a hundredth of one is still the minor unit.
  const unitsPerMajor = 10 ** (findCurrencyMinorDigits(currencyCode) ?? 2);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const datesAndTimes = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone,
  });
  const times = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone });
  const months = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });
  const calendarDates = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const longWeekdays = new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" });
  const shortWeekdays = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const hours = new Intl.DateTimeFormat(locale, { timeStyle: "short", timeZone: "UTC" });
  const countries = new Intl.DisplayNames(locale, { type: "region", fallback: "code" });
  const lists = {
    and: new Intl.ListFormat(locale, { type: "conjunction" }),
    or: new Intl.ListFormat(locale, { type: "disjunction" }),
  };
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const nowMs = Date.parse(now);

  function relative(instant: string): string {
    const elapsedMs = nowMs - Date.parse(instant);
    if (Math.abs(elapsedMs) >= RELATIVE_LIMIT_MS) return dates.format(new Date(instant));
    if (Math.abs(elapsedMs) < MINUTE_MS) return relatives.format(0, "second");
    if (Math.abs(elapsedMs) < HOUR_MS)
      return relatives.format(-Math.trunc(elapsedMs / MINUTE_MS), "minute");
    if (Math.abs(elapsedMs) < DAY_MS)
      return relatives.format(-Math.trunc(elapsedMs / HOUR_MS), "hour");
    return relatives.format(-Math.trunc(elapsedMs / DAY_MS), "day");
  }

  function percent(share: number): string {
    if (share <= 0 || share >= 0.01) return percents.format(share);
    return share < LEAST_SHARE
      ? `<${smallPercents.format(LEAST_SHARE)}`
      : smallPercents.format(share);
  }

  return {
    weekday: (day, width) =>
      (width === "long" ? longWeekdays : shortWeekdays).format(A_MONDAY_MS + day * DAY_MS),
    hour: (hour) => hours.format(A_MONDAY_MS + hour * HOUR_MS),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : code),
    integer: (count) => integers.format(count),
    list: (items, joint) => lists[joint].format(items),
    percent,
    percentDown: (share) => percents.format(Math.floor(share * 100 + ROUNDING_NOISE) / 100),
    plainNumber: (value) => plainNumbers.format(value),
    significant: (value) => significants.format(value),
    decimal: (value) => decimals.format(value),
    money: (minorUnits) => amounts.format(minorUnits / unitsPerMajor),
    moneyInShort: (minorUnits) =>
      (Math.abs(minorUnits) >= WHOLE_UNITS_FROM * unitsPerMajor ? wholeAmounts : amounts).format(
        minorUnits / unitsPerMajor,
      ),
    date: (instant) => dates.format(new Date(instant)),
    dateAndTime: (instant) => datesAndTimes.format(new Date(instant)),
    time: (instant) => times.format(new Date(instant)),
    month: (month) => months.format(new Date(Date.UTC(1970, month - 1, 1))),
    calendarDate: (date) => calendarDates.format(new Date(`${date}T00:00:00Z`)),
    relative,
  };
}
