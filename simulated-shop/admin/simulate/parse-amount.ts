import { minorDigitsOf } from "../../world/money.ts";

/** "12.5" → 1250 for a currency with two decimals. Null for what is not a positive amount of it. */
export function parseAmountMinor(amount: string | number, currencyCode: string): number | null {
  const digits = minorDigitsOf(currencyCode);
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(String(amount).trim());
  const [, whole = "", fraction = ""] = match ?? [];
  if (match === null || fraction.length > digits) return null;
  const amountMinor = Number(whole + fraction.padEnd(digits, "0"));
  return amountMinor > 0 ? amountMinor : null;
}
