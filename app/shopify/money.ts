import { z } from "zod";
import { findCurrencyMinorDigits } from "../../order-export/currency-digits.ts";

/**
 * Minor units of a decimal Shopify sends, exactly: `("231.1", "USD")` → 23110n, `("1200.0", "JPY")` → 1200n,
 * `("1.5", "KWD")` → 1500n. Shopify drops padding zeros or adds one; a digit below the minor unit is an error,
 * because rounding it would make sums disagree with the shop's own.
 */
export function minorUnitsOf(amount: string, currencyCode: string): bigint {
  const digits = findCurrencyMinorDigits(currencyCode);
  if (digits === null) {
    throw new Error(`"${currencyCode}" is not a currency we know the minor unit of`);
  }
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount);
  const [, sign = "", whole = "", fraction = ""] = match ?? [];
  if (match === null || /[1-9]/.test(fraction.slice(digits))) {
    throw new Error(
      `"${amount}" is not an amount in ${currencyCode} with at most ${digits} decimals`,
    );
  }
  return BigInt(`${sign}${whole}${fraction.slice(0, digits).padEnd(digits, "0")}`);
}

/** A MoneyBag, of which the app reads the amount in the shop's currency: at the order's own rate, as Shopify has it. */
export const shopMoney = z.object({ shopMoney: z.object({ amount: z.string() }) });
