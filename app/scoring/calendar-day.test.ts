import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  calendarDayOf,
  createCalendar,
  formatCalendarDay,
  parseCalendarDate,
} from "./calendar-day.ts";

test("a late evening in UTC is the next day in Berlin", () => {
  const instant = new Date("2011-12-09T23:30:00Z");
  expect(calendarDayOf(instant, "UTC")).toBe(15317);
  expect(calendarDayOf(instant, "Europe/Berlin")).toBe(15318);
  expect(calendarDayOf(instant.getTime(), "America/New_York")).toBe(15317);
});

test("days before 1970 are negative", () => {
  expect(calendarDayOf(-1, "UTC")).toBe(-1);
});

test.each(["Mars/Olympus", ""])("there is no zone %j", (timeZone) => {
  expect(() => createCalendar(timeZone)).toThrow(RangeError);
});

describe("createCalendar", () => {
  // Clocks that change at midnight, by half an hour, by a whole day, and not at all.
  const zones = [
    "UTC",
    "Europe/London",
    "America/Sao_Paulo",
    "America/Havana",
    "Australia/Lord_Howe",
    "Pacific/Apia",
    "Asia/Kolkata",
    "Africa/Casablanca",
  ];

  test.each(zones)("agrees with the platform's own calendar in %s", (timeZone) => {
    const dayOf = createCalendar(timeZone);
    const format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2030, 0) }), (atMs) => {
        expect(formatCalendarDay(dayOf(atMs))).toBe(format.format(atMs));
        expect(calendarDayOf(atMs, timeZone)).toBe(dayOf(atMs));
      }),
      { numRuns: 300 },
    );
  });

  test("is exact in every minute around a change of clocks at midnight", () => {
    const dayOf = createCalendar("America/Sao_Paulo");
    const format = new Intl.DateTimeFormat("en-CA", {
      timeZone: "America/Sao_Paulo",
      dateStyle: "short",
    });
    const change = Date.UTC(2017, 1, 19, 2);
    for (let minute = -180; minute <= 180; minute++) {
      const atMs = change + minute * 60_000;
      expect(formatCalendarDay(dayOf(atMs))).toBe(format.format(atMs));
    }
  });
});

test("dates are read and written", () => {
  expect(parseCalendarDate("2011-12-09")).toBe(15317);
  expect(formatCalendarDay(15317)).toBe("2011-12-09");
});

test.each(["2011-02-29", "2011-13-01", "2011-1-1", "9/12/2011", "", "2011-12-09T00:00:00Z"])(
  "%j is no date",
  (text) => {
    expect(parseCalendarDate(text)).toBeNull();
  },
);
