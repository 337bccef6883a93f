import fc from "fast-check";
import { expect, test } from "vitest";
import { dateOf, dayOf, monthOf } from "./calendar-dates.ts";

test("a day is the same one after a calendar has shown it, in whatever time zone", () => {
  const days = fc.date({
    min: new Date("1990-01-01T00:00:00Z"),
    max: new Date("2090-12-31T00:00:00Z"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (moment) => {
      const day = moment.toISOString().slice(0, 10);
      expect(dayOf(dateOf(day))).toBe(day);
    }),
  );
});

test("months count from 0, as the calendar counts them", () => {
  expect(monthOf("2026-03-04")).toEqual({ year: 2026, month: 2 });
});
