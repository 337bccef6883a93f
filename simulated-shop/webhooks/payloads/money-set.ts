import { formatPadded } from "../../world/money.ts";

export type MoneySet = {
  readonly shop_money: { readonly amount: string; readonly currency_code: string };
  readonly presentment_money: { readonly amount: string; readonly currency_code: string };
};

/** An amount in shop and presentment currency; the simulated shop sells in its own currency only. */
export function moneySetOf(amountMinor: number, currencyCode: string): MoneySet {
  const money = { amount: formatPadded(amountMinor, currencyCode), currency_code: currencyCode };
  return { shop_money: money, presentment_money: money };
}
