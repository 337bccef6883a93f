import { formatPadded } from "../../world/money.ts";
import type { Order, TaxLine } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { moneySetOf } from "./money-set.ts";
import { taxLinePayload } from "./tax-line-payload.ts";

/** `shipping_lines`: one, when anything was asked for the shipping. */
export function shippingLinesOf(
  order: Order,
  world: Pick<World, "shop">,
): readonly Readonly<Record<string, unknown>>[] {
  const discountMinor = order.rare?.shippingDiscountMinor ?? 0;
  const priceMinor = order.shippingMinor + discountMinor;
  if (priceMinor === 0 && order.rare?.shippingTitle === undefined) return [];
  const currency = world.shop.currencyCode;
  const title = order.rare?.shippingTitle ?? "Standard";
  return [
    {
      id: order.firstLineItemId,
      title,
      code: title,
      price: formatPadded(priceMinor, currency),
      price_set: moneySetOf(priceMinor, order, world),
      discounted_price: formatPadded(order.shippingMinor, currency),
      discounted_price_set: moneySetOf(order.shippingMinor, order, world),
      is_removed: false,
      tax_lines: (order.rare?.shippingTaxLines ?? []).map((line) =>
        taxLinePayload(line, order, world),
      ),
    },
  ];
}

/** An order's `tax_lines`: its lines' and shipping's, those of one title and rate together. */
export function taxLinesOf(order: Order): TaxLine[] {
  const byTitle = new Map<string, TaxLine>();
  const all = order.lineItems.flatMap((line) => line.rare?.taxLines ?? []);
  for (const line of [...all, ...(order.rare?.shippingTaxLines ?? [])]) {
    const key = `${line.title} ${line.rate}`;
    const before = byTitle.get(key)?.amountMinor ?? 0;
    byTitle.set(key, { ...line, amountMinor: before + line.amountMinor });
  }
  return [...byTitle.values()];
}
