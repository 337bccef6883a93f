import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarDayOf, formatCalendarDay, parseCalendarDate } from "../calendar-day.ts";
import { anniversariesWithin, daysOfMonth, type DaysOfYear } from "./anniversaries.ts";

function dayOf(date: string): number {
  const day = parseCalendarDate(date);
  if (day === null) throw new Error(`${date} is no day`);
  return day;
}

function holds(ranges: readonly DaysOfYear[], date: string): boolean {
  return ranges.some(({ from, until }) => from <= date.slice(5) && date.slice(5) <= until);
}

/** The plain way: every day of the window is looked at, and whether it is somebody's. */
function isCelebrated(bornOn: string, today: number, days: number): boolean {
  return Array.from({ length: days + 1 }, (_, ahead) => formatCalendarDay(today + ahead)).some(
    (date) => {
      const thisYear = `${date.slice(0, 4)}${bornOn.slice(4)}`;
      return (
        (parseCalendarDate(thisYear) === null ? thisYear.replace(/29$/, "28") : thisYear) === date
      );
    },
  );
}

const day = fc.integer({ min: dayOf("1900-01-01"), max: dayOf("2099-12-31") });
const leapDay = fc.constantFrom("1904-02-29", "1996-02-29", "2000-02-29").map(dayOf);
const aroundFebruary = fc
  .tuple(fc.integer({ min: 1990, max: 2110 }), fc.nat(90))
  .map(([year, ahead]) => dayOf(`${year}-01-01`) + ahead);

describe("anniversariesWithin", () => {
  test("finds exactly those whose day comes within the window, whatever the year and on leap days too", () => {
    fc.assert(
      fc.property(
        fc.oneof(day, leapDay),
        fc.oneof(day, aroundFebruary),
        fc.oneof(fc.nat(40), fc.nat(365)),
        (born, today, days) => {
          const bornOn = formatCalendarDay(born);
          expect(holds(anniversariesWithin(today, days), bornOn)).toBe(
            isCelebrated(bornOn, today, days),
          );
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test.each([
    [
      "2026-12-20",
      20,
      [
        { from: "12-20", until: "12-31" },
        { from: "01-01", until: "01-09" },
      ],
    ],
    ["2026-02-20", 8, [{ from: "02-20", until: "02-29" }]],
    ["2028-02-20", 8, [{ from: "02-20", until: "02-28" }]],
    ["2026-03-01", 0, [{ from: "03-01", until: "03-01" }]],
    ["2026-06-30", 365, [{ from: "01-01", until: "12-31" }]],
  ])("from %s within %d days", (today, days, ranges) => {
    expect(anniversariesWithin(dayOf(today), days)).toEqual(ranges);
  });

  test("today is that of the shop", () => {
    const moment = new Date("2026-06-30T13:00:00Z");
    const [there] = anniversariesWithin(calendarDayOf(moment, "Pacific/Auckland"), 0);
    expect(there).toEqual({ from: "07-01", until: "07-01" });
  });
});

test("months are whole, February with its leap day", () => {
  expect(daysOfMonth(2)).toEqual({ from: "02-01", until: "02-29" });
  expect(daysOfMonth(12)).toEqual({ from: "12-01", until: "12-31" });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 12 }), (born, month) => {
      const date = formatCalendarDay(born);
      expect(holds([daysOfMonth(month)], date)).toBe(Number(date.slice(5, 7)) === month);
    }),
  );
});
