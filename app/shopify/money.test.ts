import { expect, test } from "vitest";
import { minorUnitsOf } from "./money.ts";

test.each([
  ["231.1", "USD", 23_110n],
  ["0.0", "EUR", 0n],
  ["1200.0", "JPY", 1_200n],
  ["1200", "KRW", 1_200n],
  ["1.5", "KWD", 1_500n],
  ["0.29", "GBP", 29n],
  ["-12.30", "GBP", -1_230n],
  ["90071992547409.93", "USD", 9_007_199_254_740_993n],
])("%s %s is exactly %s minor units", (amount, currencyCode, minorUnits) => {
  expect(minorUnitsOf(amount, currencyCode)).toBe(minorUnits);
});

test.each([
  ["1.005", "USD"],
  ["0.5", "JPY"],
  ["1e3", "USD"],
  ["", "USD"],
  ["1,000.00", "USD"],
])("%s %s is refused rather than rounded", (amount, currencyCode) => {
  expect(() => minorUnitsOf(amount, currencyCode)).toThrow(
    `"${amount}" is not an amount in ${currencyCode}`,
  );
});

test("an unknown currency is named", () => {
  expect(() => minorUnitsOf("1.00", "ZZZ")).toThrow('"ZZZ" is not a currency');
});
