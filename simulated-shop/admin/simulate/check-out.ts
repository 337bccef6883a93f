import { z } from "zod";
import { compileSegmentQuery } from "../../segment-query/compile-segment-query.ts";
import {
  completeCheckout,
  leaveAtCheckout,
  type AbandonedCheckout,
} from "../../world/abandoned-checkout.ts";
import type { Cart, CartLine } from "../../world/checkout-cart.ts";
import { checkOut, type CheckoutOutcome } from "../../world/checkout.ts";
import type { Customer } from "../../world/customer.ts";
import { gidOf } from "../../world/gid.ts";
import { formatPadded, minorDigitsOf } from "../../world/money.ts";
import type { Segment } from "../../world/segment.ts";
import type { World } from "../../world/world.ts";
import { amountField, idField, yesField } from "./field-schemas.ts";
import { findBuyer } from "./find-buyer.ts";
import { findProduct } from "./find-product.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";
import { parseAmountMinor } from "./parse-amount.ts";

const quantityField = z.coerce.number().int().min(1).max(1000).default(1);

/** By a product's id or its variant's. A form sends every row, the ones without a product too. */
const linesField = z
  .array(z.object({ productId: idField.optional(), quantity: quantityField }))
  .transform((lines) =>
    lines.flatMap(({ productId, quantity }) =>
      productId === undefined ? [] : [{ productId, quantity }],
    ),
  );

const codesField = z
  .union([z.string().transform((code) => [code]), z.array(z.string())])
  .transform((codes) => codes.filter((code) => code.trim() !== ""));

/** What a checkout needs; a form sends one `productId` and `quantity` instead of `lines`. */
export const checkOutSchema = z.object({
  customerId: idField.optional(),
  /** A customer's e-mail; an unknown one becomes a new customer. */
  email: z.string().optional(),
  guest: yesField.default(false),
  lines: linesField.default([]),
  productId: idField.optional(),
  quantity: quantityField,
  discountCode: codesField.default([]),
  shipping: amountField.optional(),
  countryCode: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** The currency the customer sees, and what one unit of the shop's is worth in it. */
  presentmentCurrency: z.string().optional(),
  rate: z.coerce.number().positive().default(1),
  test: yesField.default(false),
  financialStatus: z.enum(["paid", "pending", "authorized"]).default("paid"),
  /** They fill in their e-mail and go. */
  leave: yesField.default(false),
});

export type CheckOutRequest = z.input<typeof checkOutSchema>;

/** Somebody buys a cart, with discounts. Refused with 409 and Shopify's reason when a code does not apply. */
export function simulateCheckOut(
  world: World,
  request: z.infer<typeof checkOutSchema>,
): SimulationOutcome {
  const { currencyCode } = world.shop;
  if (request.lines.length === 0 && request.productId === undefined)
    return refused(400, "The cart is empty: choose a product.");
  if (request.leave) return simulateLeaving(world, request);
  const outcome = placeOrderOf(world, request);
  if (typeof outcome === "string") return refused(404, outcome);
  if (outcome.kind === "refused") return refused(409, `${outcome.message} (${outcome.reason})`);
  const { order, unusedCodes } = outcome;
  return done(wordsFor(outcome, currencyCode), {
    order: {
      id: order.id,
      admin_graphql_api_id: gidOf("Order", order.id),
      name: order.name,
      customerId: order.customer?.id ?? null,
      total: formatPadded(order.totalMinor, currencyCode),
      totalDiscounts: formatPadded(order.discountMinor, currencyCode),
      discountCodes: order.discountCodes,
      discounts: (order.rare?.appliedDiscounts ?? []).map(({ kind, label, amountMinor }) => ({
        kind,
        label,
        amount: formatPadded(amountMinor, currencyCode),
      })),
    },
    unusedCodes,
  });
}

function simulateLeaving(world: World, request: z.infer<typeof checkOutSchema>): SimulationOutcome {
  const cart = cartOf(world, request);
  if (typeof cart === "string") return refused(404, cart);
  const { id } = leaveAtCheckout(world, cart);
  return done("The checkout was left. After ten minutes of the shop's time it is abandoned.", {
    checkout: { id, admin_graphql_api_id: gidOf("AbandonedCheckout", id) },
  });
}

/** Somebody comes back to a checkout they left. */
export function simulateCompletion(world: World, checkout: AbandonedCheckout): SimulationOutcome {
  const { id, name } = completeCheckout(world, checkout);
  return done(`Order ${name} was placed.`, { order: { id, name } });
}

/** "Order #1007 was placed with SAVE10 (12.00 GBP off). Not used: OLD." */
function wordsFor(
  { order, unusedCodes }: Extract<CheckoutOutcome, { kind: "placed" }>,
  currencyCode: string,
): string {
  const discounts = (order.rare?.appliedDiscounts ?? []).map(
    ({ label, amountMinor }) =>
      `${label} (${formatPadded(amountMinor, currencyCode)} ${currencyCode} off)`,
  );
  const saved = discounts.length === 0 ? "" : ` with ${discounts.join(" and ")}`;
  const unused = unusedCodes.length === 0 ? "" : ` Not used: ${unusedCodes.join(", ")}.`;
  return `Order ${order.name} was placed${saved}.${unused}`;
}

/** The outcome of the checkout, or what the request names and the shop does not have. */
export function placeOrderOf(
  world: World,
  request: z.infer<typeof checkOutSchema>,
): CheckoutOutcome | string {
  const cart = cartOf(world, request);
  if (typeof cart === "string") return cart;
  const { discountCode, test, financialStatus, presentmentCurrency, rate } = request;
  if (presentmentCurrency !== undefined) minorDigitsOf(presentmentCurrency);
  return checkOut(world, cart, {
    discountCodes: discountCode,
    test,
    financialStatus,
    ...(presentmentCurrency !== undefined && {
      presentment: { currencyCode: presentmentCurrency, rate },
    }),
  });
}

function cartOf(world: World, request: z.infer<typeof checkOutSchema>): Cart | string {
  const { productId, quantity } = request;
  const wanted =
    productId === undefined ? request.lines : [...request.lines, { productId, quantity }];
  const lines: CartLine[] = [];
  for (const line of wanted) {
    const product = findProduct(world, line.productId);
    if (product === undefined) return `There is no product ${line.productId}.`;
    lines.push({ product, quantity: line.quantity, unitPriceMinor: product.priceMinor });
  }
  const buyer = findBuyer(world, request);
  if (buyer === null) return `There is no customer ${String(request.customerId)}.`;
  const shippingMinor =
    request.shipping === undefined
      ? 0
      : parseAmountMinor(request.shipping, world.shop.currencyCode);
  if (shippingMinor === null) return `${String(request.shipping)} is not an amount.`;
  const countryCode =
    request.countryCode ?? (buyer.customer?.countryCode || world.shop.countryCode);
  return {
    ...{ ...buyer, lines, shippingMinor, countryCode },
    isMember: memberTestFor(world),
    isInCollection: (product, collectionId) =>
      world.collections.get(collectionId)?.productIds.includes(product.id) ?? false,
  };
}

/** Membership as of now: the segment's query asked of this customer. */
function memberTestFor(world: World): (customer: Customer, segment: Segment) => boolean {
  return (customer, { query }) => {
    const compiled = compileSegmentQuery(query, world);
    return compiled.kind === "test" && compiled.test(customer);
  };
}
