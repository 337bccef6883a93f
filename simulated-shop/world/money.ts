import { findCurrencyMinorDigits } from "../../order-export/currency-digits.ts";

/** Decimals of a currency: 2 for GBP, 0 for JPY, 3 for KWD. */
export function minorDigitsOf(currencyCode: string): number {
  const digits = findCurrencyMinorDigits(currencyCode);
  if (digits === null) throw new RangeError(`${currencyCode} is not an ISO 4217 currency code.`);
  return digits;
}

/** A GraphQL Decimal as Shopify prints money: padding zeros dropped but one, "231.1", "0.0" (SHOPIFY-FACTS §7.11). */
export function formatDecimal(amountMinor: number, currencyCode: string): string {
  const [whole, fraction] = splitMinor(amountMinor, minorDigitsOf(currencyCode));
  let end = fraction.length;
  while (end > 1 && fraction[end - 1] === "0") end -= 1;
  return `${whole}.${end === 0 ? "0" : fraction.slice(0, end)}`;
}

/** An amount with all decimals of the currency, as REST payloads print it: "231.10". */
export function formatPadded(amountMinor: number, currencyCode: string): string {
  const [whole, fraction] = splitMinor(amountMinor, minorDigitsOf(currencyCode));
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

function splitMinor(amountMinor: number, digits: number): [whole: string, fraction: string] {
  const sign = amountMinor < 0 ? "-" : "";
  const text = String(Math.abs(amountMinor)).padStart(digits + 1, "0");
  return [sign + text.slice(0, text.length - digits), text.slice(text.length - digits)];
}
