import { formatPadded } from "../../world/money.ts";
import type { Order, TaxLine } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { moneySetOf } from "./money-set.ts";

/** One entry of `tax_lines`. */
export function taxLinePayload(
  { title, rate, amountMinor }: TaxLine,
  order: Order,
  world: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  return {
    title,
    rate,
    price: formatPadded(amountMinor, world.shop.currencyCode),
    price_set: moneySetOf(amountMinor, order, world),
    channel_liable: false,
  };
}
