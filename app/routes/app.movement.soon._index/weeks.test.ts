import { expect, test } from "vitest";
import { byWeek } from "./weeks.ts";

const due = (on: string) => ({
  customerId: "1",
  change: { on, tier: null, group: { from: "New", to: "Dormant" } },
  windowNetMinorUnits: 0,
  toKeep: null,
});

test("a week goes from Monday to Sunday, also across a year", () => {
  const weeks = byWeek([
    due("2026-12-27"),
    due("2026-12-28"),
    due("2027-01-03"),
    due("2027-01-04"),
  ]);
  expect(weeks.map(({ from, until, rows }) => [from, until, rows.length])).toEqual([
    ["2026-12-21", "2026-12-27", 1],
    ["2026-12-28", "2027-01-03", 2],
    ["2027-01-04", "2027-01-10", 1],
  ]);
});
