import { formatPadded } from "../../world/money.ts";
import type { Order } from "../../world/order.ts";
import { presentmentOf, toPresentmentMinor } from "../../world/presentment.ts";
import type { World } from "../../world/world.ts";

type Money = { readonly amount: string; readonly currency_code: string };
export type MoneySet = { readonly shop_money: Money; readonly presentment_money: Money };

/** An amount of an order in the shop's currency and in the one the customer saw, all decimals of each written out. */
export function moneySetOf(
  amountMinor: number,
  order: Order,
  { shop }: Pick<World, "shop">,
): MoneySet {
  const shopMoney = moneyOf(amountMinor, shop.currencyCode);
  if (order.rare?.presentment === undefined)
    return { shop_money: shopMoney, presentment_money: shopMoney };
  const presentment = presentmentOf({ shop }, order);
  const minor = toPresentmentMinor(amountMinor, shop.currencyCode, presentment);
  return { shop_money: shopMoney, presentment_money: moneyOf(minor, presentment.currencyCode) };
}

function moneyOf(amountMinor: number, currencyCode: string): Money {
  return { amount: formatPadded(amountMinor, currencyCode), currency_code: currencyCode };
}
