import { expect, test } from "vitest";
import { formatDecimal, formatPadded } from "./money.ts";

test("money drops padding zeros but one, as Shopify prints it", () => {
  expect(formatDecimal(23_110, "GBP")).toBe("231.1");
  expect(formatDecimal(0, "GBP")).toBe("0.0");
  expect(formatDecimal(5, "GBP")).toBe("0.05");
  expect(formatDecimal(-1999, "GBP")).toBe("-19.99");
});

test("money has the decimals of its currency", () => {
  expect(formatDecimal(1500, "JPY")).toBe("1500.0");
  expect(formatDecimal(1500, "KWD")).toBe("1.5");
  expect(formatPadded(1500, "JPY")).toBe("1500");
  expect(formatPadded(23_110, "GBP")).toBe("231.10");
});
