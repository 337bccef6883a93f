import { expect, test } from "vitest";
import { dateOf, endOfDateMs } from "./calendar.ts";

test("a date ends at its last second in the shop's own zone", () => {
  expect(new Date(endOfDateMs("2011-12-10", "UTC")).toISOString()).toBe("2011-12-10T23:59:59.000Z");
  expect(new Date(endOfDateMs("2026-07-01", "America/New_York")).toISOString()).toBe(
    "2026-07-02T03:59:59.000Z",
  );
  expect(dateOf(Date.parse("2026-07-02T03:59:59Z"), "America/New_York")).toBe("2026-07-01");
});

test("what is no date or no zone is refused with an example", () => {
  expect(() => endOfDateMs("2026-02-30", "UTC")).toThrow(/expected one like/);
  expect(() => endOfDateMs("2026-02-03T10:00", "UTC")).toThrow(/expected one like/);
  expect(() => endOfDateMs("2026-02-03", "Mars/Olympus")).toThrow(/IANA/);
});
