import { expect, test } from "vitest";
import { decimalAmount } from "./decimal-amount.ts";

test.each([
  [123_450, "GBP", "1234.50"],
  [5, "GBP", "0.05"],
  [1_200, "JPY", "1200"],
  [1_500, "KWD", "1.500"],
  [-5, "USD", "-0.05"],
])("%i minor units of %s read %s", (minorUnits, currencyCode, text) => {
  expect(decimalAmount(minorUnits, currencyCode)).toBe(text);
});
