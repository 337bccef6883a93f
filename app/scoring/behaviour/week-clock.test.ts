import fc from "fast-check";
import { expect, test } from "vitest";
import { createWeekClock } from "./week-clock.ts";

test("half past eleven on a Friday evening in UTC is Saturday in Berlin", () => {
  const atMs = Date.parse("2011-12-09T23:30:00Z");
  expect(createWeekClock("UTC")(atMs)).toBe(7170);
  expect(createWeekClock("Europe/Berlin")(atMs)).toBe(7230);
});

test.each(["Europe/London", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia"])(
  "agrees with the platform's own clock in %s",
  (timeZone) => {
    const minuteOfWeek = createWeekClock(timeZone);
    const format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      weekday: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1960, 0), max: Date.UTC(2030, 0) }), (atMs) => {
        const minute = minuteOfWeek(atMs);
        const part = (type: string): string =>
          format.formatToParts(atMs).find((found) => found.type === type)?.value ?? "";
        expect(days[Math.floor(minute / 1440)]).toBe(part("weekday"));
        expect(Math.floor(minute / 60) % 24).toBe(Number(part("hour")));
        expect(minute % 60).toBe(Number(part("minute")));
      }),
      { numRuns: 100 },
    );
  },
);
