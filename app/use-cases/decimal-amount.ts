import { findCurrencyMinorDigits } from "../../order-export/currency-digits.ts";

/** Minor units with the decimals of their currency: 123450 GBP → "1234.50", 1200 JPY → "1200". */
export function decimalAmount(minorUnits: number, currencyCode: string): string {
  const digits = findCurrencyMinorDigits(currencyCode) ?? 2;
  const sign = minorUnits < 0 ? "-" : "";
  const padded = String(Math.abs(minorUnits)).padStart(digits + 1, "0");
  const whole = padded.slice(0, padded.length - digits);
  return digits === 0 ? sign + whole : `${sign}${whole}.${padded.slice(-digits)}`;
}
