import type { Order, TaxLine } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { moneyBag } from "./money-bag.ts";

/** A `TaxLine`, read by property. */
export function taxLineView(world: World, order: Order, { title, rate, amountMinor }: TaxLine) {
  return {
    title,
    rate,
    ratePercentage: rate * 100,
    priceSet: moneyBag(world, order, amountMinor),
    channelLiable: false,
    source: null,
  };
}
