import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findCurrencyMinorDigits } from "./currency-digits.ts";
import { formatMoney, parseMoney } from "./parse-money.ts";

describe("parseMoney", () => {
  test.each([
    ["139.12", 2, 13912],
    ["12.5", 2, 1250],
    ["7", 2, 700],
    ["0.00", 2, 0],
    ["0.29", 2, 29],
    ["1200", 0, 1200],
    ["1200.00", 0, 1200],
    ["1.234", 3, 1234],
    ["-0.00", 2, 0],
    ["90071992547409.91", 2, Number.MAX_SAFE_INTEGER],
  ])("reads %s with %i decimals as %i minor units", (text, digits, minor) => {
    expect(parseMoney(text, "GBP", digits)).toEqual({ kind: "amount", minor });
  });

  test.each([
    ["-0.01", 2, "zero or more"],
    ["1.005", 2, "at most 2 decimals"],
    ["1200.50", 0, "at most 0 decimals"],
    ["1,200.00", 2, "an amount in GBP like 12.00"],
    ["£3.00", 2, "an amount"],
    [" 3.00", 2, "an amount"],
    ["3.", 2, "an amount"],
    ["1e3", 2, "an amount"],
    ["", 2, "an amount"],
    ["90071992547409.92", 2, "below 2^53"],
  ])("refuses %j with %i decimals", (text, digits, expected) => {
    const parsed = parseMoney(text, "GBP", digits);
    expect(parsed.kind === "refused" ? parsed.expected : parsed).toContain(expected);
  });

  test("what formatMoney writes is read back as the same amount", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 4 }), (minor, digits) => {
        expect(parseMoney(formatMoney(minor, digits), "XYZ", digits)).toEqual({
          kind: "amount",
          minor,
        });
      }),
    );
  });
});

test("formatMoney writes all of the currency's decimals, and a sign", () => {
  expect([
    formatMoney(5, 2),
    formatMoney(1250, 2),
    formatMoney(0, 3),
    formatMoney(1200, 0),
    formatMoney(-5, 2),
  ]).toEqual(["0.05", "12.50", "0.000", "1200", "-0.05"]);
});

describe("findCurrencyMinorDigits", () => {
  test("follows ISO 4217, also where shop windows show no decimals", () => {
    expect(
      ["GBP", "USD", "JPY", "KRW", "KWD", "HUF", "IDR", "COP", "CLF"].map(findCurrencyMinorDigits),
    ).toEqual([2, 2, 0, 0, 3, 2, 2, 2, 4]);
  });

  test.each(["", "gbp", "GB", "ZZZ", "POUND", "constructor"])("does not know %j", (code) => {
    expect(findCurrencyMinorDigits(code)).toBeNull();
  });
});
