import { expect, test } from "vitest";
import { parseAmountMinor } from "./parse-amount.ts";

test.each([
  ["12.5", "GBP", 1250],
  ["12", "GBP", 1200],
  [0.01, "GBP", 1],
  ["500", "JPY", 500],
  ["1.005", "KWD", 1005],
])("%s %s is %i minor units", (amount, currency, minor) => {
  expect(parseAmountMinor(amount, currency)).toBe(minor);
});

test.each([
  ["0", "GBP"],
  ["-1", "GBP"],
  ["1.001", "GBP"],
  ["1.5", "JPY"],
  ["1e3", "GBP"],
  ["", "GBP"],
  [Number.NaN, "GBP"],
])("%s %s is no amount", (amount, currency) => {
  expect(parseAmountMinor(amount, currency)).toBeNull();
});
