import { describe, expect, test } from "vitest";
import { parseCalendarDate } from "../../scoring/index.ts";
import { periodOf, stepEnds } from "./movement-period.ts";

const day = (text: string) => parseCalendarDate(text) ?? 0;
const today = day("2026-06-30");
const firstDay = day("2026-01-10");

describe("periodOf", () => {
  test("goes back from today", () => {
    expect(periodOf({ kind: "last", days: 30 }, today, firstDay)).toEqual({
      from: "2026-05-31",
      until: "2026-06-30",
    });
  });

  test("begins with the first calculation when it would begin before", () => {
    expect(periodOf({ kind: "last", days: 365 }, today, firstDay)).toEqual({
      from: null,
      until: "2026-06-30",
    });
  });

  test("does not go beyond today", () => {
    const asked = { kind: "between", from: "2026-06-01", until: "2027-01-01" } as const;
    expect(periodOf(asked, today, firstDay)).toEqual({ from: "2026-06-01", until: "2026-06-30" });
  });

  test.each([
    ["2026-02-30", "2026-03-01"],
    ["2026-06-10", "2026-06-10"],
    ["2026-06-20", "2026-06-10"],
    ["2026-08-01", "2026-09-01"],
    ["yesterday", ""],
  ])("takes the last 30 days for what is no period: %s to %s", (from, until) => {
    expect(periodOf({ kind: "between", from, until }, today, firstDay)).toEqual({
      from: "2026-05-31",
      until: "2026-06-30",
    });
  });
});

describe("stepEnds", () => {
  test("ends with the last day and has no step without a day", () => {
    expect(stepEnds(0, 30, 6)).toEqual([5, 10, 15, 20, 25, 30]);
    expect(stepEnds(0, 3, 6)).toEqual([1, 2, 3]);
    expect(stepEnds(5, 5, 6)).toEqual([]);
  });
});
