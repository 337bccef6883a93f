import { parseGid } from "../../../world/gid.ts";
import type { LineItem, TaxLine } from "../../../world/order.ts";
import { customProduct, type Product } from "../../../world/product.ts";
import type { World } from "../../../world/world.ts";
import { toMinor } from "../discounts/read-discount-value.ts";
import { userError, type UserError } from "../user-error.ts";
import type { MoneyBagInput, OrderLineInput, TaxLineInput } from "./order-create-input.ts";

/** The lines of a new order: a variant of the catalogue, or an item of its own. */
export function readOrderLines(
  world: World,
  inputs: readonly OrderLineInput[],
  userErrors: UserError[],
): LineItem[] {
  return inputs.flatMap((input, index) => {
    const path = ["order", "lineItems", String(index)];
    const taxLines = readTaxLines(world, input.taxLines ?? [], path, userErrors);
    const product = productOf(world, input);
    if (product === undefined) {
      userErrors.push(userError([...path, "variantId"], "Variant not found", "INVALID"));
      return [];
    }
    const unitPriceMinor =
      input.priceSet == null ? product.priceMinor : shopMinorOf(world, input.priceSet);
    const rare = {
      ...(taxLines.length > 0 && { taxLines }),
      ...(input.taxable === false && { isTaxable: false }),
      ...(input.requiresShipping === true && { requiresShipping: true }),
    };
    return [
      {
        product,
        quantity: input.quantity,
        unitPriceMinor,
        discountMinor: 0,
        ...(Object.keys(rare).length > 0 && { rare }),
      },
    ];
  });
}

/** Tax lines; one without a rate is noted. */
export function readTaxLines(
  world: World,
  inputs: readonly TaxLineInput[],
  path: readonly string[],
  userErrors: UserError[],
): TaxLine[] {
  return inputs.flatMap(({ title, rate, priceSet }, index) => {
    if (rate == null) {
      userErrors.push(
        userError(
          [...path, "taxLines", String(index), "rate"],
          "Tax line rate is missing",
          "TAX_LINE_RATE_MISSING",
        ),
      );
      return [];
    }
    const amountMinor = priceSet == null ? 0 : shopMinorOf(world, priceSet);
    return [{ title, rate: Number(rate), amountMinor }];
  });
}

/** The shop's side of a money bag, in minor units. */
export function shopMinorOf(world: World, { shopMoney }: MoneyBagInput): number {
  return toMinor(world, shopMoney.amount);
}

function productOf(
  { products }: World,
  { variantId, title, sku, vendor, giftCard, priceSet }: OrderLineInput,
): Product | undefined {
  if (variantId != null) {
    const wanted = parseGid(variantId)?.id;
    for (const product of products.values()) if (product.variantId === wanted) return product;
    return undefined;
  }
  return customProduct({
    title: title ?? "",
    priceMinor: priceSet == null ? 0 : Math.round(Number(priceSet.shopMoney.amount) * 100),
    sku: sku ?? "",
    vendor: vendor ?? "",
    isGiftCard: giftCard === true,
  });
}
