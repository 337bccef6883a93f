import { gidOf } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import { lineItemIdOf, type LineItem, type Order } from "../../world/order.ts";
import { currentQuantityOf } from "../../world/order-quantities.ts";
import { isInCatalogue } from "../../world/product.ts";
import type { World } from "../../world/world.ts";
import { moneySetOf } from "./money-set.ts";
import { taxLinePayload } from "./tax-line-payload.ts";

/** Line item number `index` of an order, with what refunds and edits took from it in current_quantity. */
export function lineItemPayload(
  order: Order,
  item: LineItem,
  index: number,
  world: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  const currency = world.shop.currencyCode;
  const id = lineItemIdOf(order, index);
  const { product, rare } = item;
  const exists = isInCatalogue(product);
  const left = currentQuantityOf(order, index);
  const isGiftCard = product.isGiftCard === true;
  return {
    id,
    admin_graphql_api_id: gidOf("LineItem", id),
    product_id: exists ? product.id : null,
    variant_id: exists ? product.variantId : null,
    title: product.title,
    name: product.title,
    variant_title: null,
    vendor: product.vendor === "" ? null : product.vendor,
    sku: product.sku === "" ? null : product.sku,
    quantity: item.quantity,
    current_quantity: left,
    fulfillable_quantity: left,
    fulfillment_status: null,
    price: formatPadded(item.unitPriceMinor, currency),
    price_set: moneySetOf(item.unitPriceMinor, order, world),
    total_discount: formatPadded(item.discountMinor, currency),
    total_discount_set: moneySetOf(item.discountMinor, order, world),
    discount_allocations: (rare?.allocations ?? []).map(({ applicationIndex, amountMinor }) => ({
      amount: formatPadded(amountMinor, currency),
      amount_set: moneySetOf(amountMinor, order, world),
      discount_application_index: applicationIndex,
    })),
    gift_card: isGiftCard,
    taxable: rare?.isTaxable ?? !isGiftCard,
    requires_shipping: rare?.requiresShipping ?? !isGiftCard,
    product_exists: exists,
    properties: [],
    tax_lines: (rare?.taxLines ?? []).map((line) => taxLinePayload(line, order, world)),
  };
}
