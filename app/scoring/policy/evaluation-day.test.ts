import { expect, test } from "vitest";
import { formatCalendarDay, parseCalendarDate } from "../calendar-day.ts";
import { isEvaluationDay, nextEvaluationDay } from "./evaluation-day.ts";

const day = (date: string): number => parseCalendarDate(date) ?? NaN;

test.each([
  ["daily", "2026-02-28", "2026-03-01"],
  // A Sunday and a Monday.
  ["weekly", "2026-03-01", "2026-03-02"],
  ["weekly", "2026-03-02", "2026-03-09"],
  ["weekly", "1969-12-28", "1969-12-29"],
  ["monthly", "2026-02-28", "2026-03-01"],
  ["monthly", "2026-03-01", "2026-04-01"],
  ["monthly", "2026-12-31", "2027-01-01"],
] as const)("%s after %s is %s", (evaluation, after, next) => {
  expect(formatCalendarDay(nextEvaluationDay(evaluation, day(after)))).toBe(next);
});

test.each([
  ["daily", "2026-03-03", true],
  ["weekly", "2026-03-02", true],
  ["weekly", "2026-03-03", false],
  ["monthly", "2026-03-01", true],
  ["monthly", "2026-03-02", false],
] as const)("%s on %s: %s", (evaluation, date, is) => {
  expect(isEvaluationDay(evaluation, day(date))).toBe(is);
});
