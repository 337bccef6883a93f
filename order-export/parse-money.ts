export type ParsedMoney = { kind: "amount"; minor: number } | { kind: "refused"; expected: string };

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads a decimal amount into integer minor units without passing through a fraction: "12.5" in GBP is 1250.
 * Zeros beyond the currency's decimals are accepted ("1200.00" yen), other digits there are not, and neither is
 * a negative amount: no column we read has one in a real export.
 */
export function parseMoney(text: string, currency: string, minorDigits: number): ParsedMoney {
  const match = decimal.exec(text);
  if (match === null)
    return {
      kind: "refused",
      expected: `an amount in ${currency} like ${(12).toFixed(minorDigits)}`,
    };
  const [, sign, whole = "", fraction = ""] = match;
  if (/[^0]/.test(fraction.slice(minorDigits))) {
    return {
      kind: "refused",
      expected: `an amount in ${currency} with at most ${minorDigits} decimals`,
    };
  }
  const minor = Number(whole + fraction.slice(0, minorDigits).padEnd(minorDigits, "0"));
  if (!Number.isSafeInteger(minor))
    return { kind: "refused", expected: "an amount below 2^53 minor units" };
  if (sign === "-" && minor > 0) return { kind: "refused", expected: "an amount of zero or more" };
  return { kind: "amount", minor };
}

/** The inverse: 1250 in a currency of two decimals is "12.50". */
export function formatMoney(minor: number, minorDigits: number): string {
  const digits = String(Math.abs(minor)).padStart(minorDigits + 1, "0");
  const cut = digits.length - minorDigits;
  const sign = minor < 0 ? "-" : "";
  return minorDigits === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}
