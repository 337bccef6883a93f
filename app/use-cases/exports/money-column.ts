import { findCurrencyMinorDigits } from "../../../order-export/currency-digits.ts";
import { formatMoney } from "../../../order-export/parse-money.ts";

/** Writes amounts with the decimals of the shop's currency. */
export function moneyColumn(currencyCode: string): (minorUnits: number) => string {
  const minorDigits = findCurrencyMinorDigits(currencyCode) ?? 2;
  return (minorUnits) => formatMoney(minorUnits, minorDigits);
}
