import { formatDecimal } from "../../world/money.ts";
import type { World } from "../../world/world.ts";

export type MoneyV2 = { readonly amount: string; readonly currencyCode: string };

/** An amount of the shop's currency as MoneyV2. */
export function moneyV2({ shop }: World, amountMinor: number): MoneyV2 {
  return { amount: formatDecimal(amountMinor, shop.currencyCode), currencyCode: shop.currencyCode };
}

/** An amount as MoneyBag. This shop sells in one currency, so both sides are equal. */
export function moneyBag(
  world: World,
  amountMinor: number,
): { shopMoney: MoneyV2; presentmentMoney: MoneyV2 } {
  const money = moneyV2(world, amountMinor);
  return { shopMoney: money, presentmentMoney: money };
}
