import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";

/**
 * Minor units of an amount written in a currency, exactly: `("500.00", "GBP")` → 50000, `("500", "JPY")` → 500,
 * `("1.5", "KWD")` → 1500. `null` when it is not a plain amount of zero or more, or is finer than the minor unit.
 */
export function parseAmount(text: string, currency: string): number | null {
  const digits = findCurrencyMinorDigits(currency);
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (digits === null || match === null) return null;
  const [, whole = "", fraction = ""] = match;
  if (/[1-9]/.test(fraction.slice(digits))) return null;
  const minor = Number(`${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** `parseAmount` of an amount that a checked program states. */
export function minorUnitsOf(text: string, currency: string | undefined): number {
  const minor = currency === undefined ? null : parseAmount(text, currency);
  if (minor === null)
    throw new RangeError(`The program states "${text}", which is no amount in ${currency ?? "?"}.`);
  return minor;
}
