import { z } from "zod";
import { addProduct } from "../../world/add-product.ts";
import { gidOf } from "../../world/gid.ts";
import { formatPadded } from "../../world/money.ts";
import { placeOrder } from "../../world/place-order.ts";
import type { Product } from "../../world/product.ts";
import { normalizeTags } from "../../world/tags.ts";
import type { World } from "../../world/world.ts";
import { amountField, idField, tagsField, yesField } from "./field-schemas.ts";
import { findBuyer } from "./find-buyer.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";
import { parseAmountMinor } from "./parse-amount.ts";

export const placeOrderSchema = z.object({
  customerId: idField.optional(),
  /** A customer's e-mail; an unknown one becomes a new customer. */
  email: z.string().optional(),
  /** Nobody's order: the e-mail is only noted on it. */
  guest: yesField.default(false),
  productId: idField.optional(),
  /** Price of one piece; the product's own when left out. */
  amount: amountField.optional(),
  quantity: z.coerce.number().int().min(1).max(1000).default(1),
  test: yesField.default(false),
  financialStatus: z.enum(["paid", "pending"]).default("paid"),
  tags: tagsField.default([]),
});

type OrderRequest = z.infer<typeof placeOrderSchema>;

const CUSTOM_SKU = "CUSTOM-ITEM";

/** Somebody buys one product, or something for an amount. */
export function simulateOrder(world: World, request: OrderRequest): SimulationOutcome {
  const { currencyCode } = world.shop;
  const amountMinor =
    request.amount === undefined ? null : parseAmountMinor(request.amount, currencyCode);
  if (request.amount !== undefined && amountMinor === null)
    return refused(400, `${request.amount} is not an amount in ${currencyCode}.`);
  const product =
    request.productId === undefined ? null : (world.products.get(request.productId) ?? undefined);
  if (product === undefined)
    return refused(404, `There is no product ${String(request.productId)}.`);
  if (product === null && amountMinor === null)
    return refused(400, "An order needs a product or an amount.");
  const buyer = findBuyer(world, request);
  if (buyer === null) return refused(404, `There is no customer ${String(request.customerId)}.`);

  const bought = product ?? customItem(world);
  const order = placeOrder(world, {
    ...buyer,
    lineItems: [
      {
        product: bought,
        quantity: request.quantity,
        unitPriceMinor: amountMinor ?? bought.priceMinor,
        discountMinor: 0,
      },
    ],
    test: request.test,
    financialStatus: request.financialStatus,
    tags: normalizeTags(request.tags),
  });
  return done(`Order ${order.name} was placed.`, {
    order: {
      id: order.id,
      admin_graphql_api_id: gidOf("Order", order.id),
      name: order.name,
      customerId: order.customer?.id ?? null,
      total: formatPadded(order.totalMinor, currencyCode),
    },
  });
}

function customItem(world: World): Product {
  for (const product of world.products.values()) if (product.sku === CUSTOM_SKU) return product;
  return addProduct(world, {
    title: "Custom item",
    sku: CUSTOM_SKU,
    productType: "",
    vendor: world.shop.name,
    priceMinor: 0,
  });
}
