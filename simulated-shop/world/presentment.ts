import { minorDigitsOf } from "./money.ts";
import type { Order } from "./order.ts";
import type { World } from "./world.ts";

/** The currency a customer saw, and the rate of that order. */
export type Presentment = {
  readonly currencyCode: string;
  /** What one unit of the shop's currency was worth in it: 1.17 of EUR for a GBP shop. */
  readonly rate: number;
};

/** An order's presentment; the shop's own currency at 1 when there was no other. */
export function presentmentOf({ shop }: Pick<World, "shop">, order: Order): Presentment {
  return order.rare?.presentment ?? { currencyCode: shop.currencyCode, rate: 1 };
}

/** An amount of the shop's currency in another at a rate, in that one's minor units: 1,000 p at 190 → 1,900 yen. */
export function toPresentmentMinor(
  amountMinor: number,
  shopCurrencyCode: string,
  { currencyCode, rate }: Presentment,
): number {
  const scale = 10 ** (minorDigitsOf(currencyCode) - minorDigitsOf(shopCurrencyCode));
  return Math.round(amountMinor * rate * scale);
}

/** The other way: 1,900 yen at 190 → 1,000 p. */
export function toShopMinor(
  presentmentMinor: number,
  shopCurrencyCode: string,
  { currencyCode, rate }: Presentment,
): number {
  const scale = 10 ** (minorDigitsOf(shopCurrencyCode) - minorDigitsOf(currencyCode));
  return Math.round((presentmentMinor / rate) * scale);
}
