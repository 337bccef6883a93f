import { formatDecimal } from "../../world/money.ts";
import type { Order } from "../../world/order.ts";
import { presentmentOf, toPresentmentMinor } from "../../world/presentment.ts";
import type { World } from "../../world/world.ts";

export type MoneyV2 = { readonly amount: string; readonly currencyCode: string };
export type MoneyBag = { readonly shopMoney: MoneyV2; readonly presentmentMoney: MoneyV2 };

/** An amount of the shop's currency as MoneyV2. */
export function moneyV2({ shop }: World, amountMinor: number): MoneyV2 {
  return { amount: formatDecimal(amountMinor, shop.currencyCode), currencyCode: shop.currencyCode };
}

/** An amount of an order as MoneyBag: in the shop's currency, and in the one the customer saw at the order's rate. */
export function moneyBag(world: World, order: Order, amountMinor: number): MoneyBag {
  const shopMoney = moneyV2(world, amountMinor);
  if (order.rare?.presentment === undefined) return { shopMoney, presentmentMoney: shopMoney };
  const presentment = presentmentOf(world, order);
  const { currencyCode } = presentment;
  const minor = toPresentmentMinor(amountMinor, world.shop.currencyCode, presentment);
  return {
    shopMoney,
    presentmentMoney: { amount: formatDecimal(minor, currencyCode), currencyCode },
  };
}
