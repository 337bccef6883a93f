import { DateTime } from "luxon";
import type { Cart, CartLine } from "./checkout-cart.ts";
import type { Customer } from "./customer.ts";
import { placeOrder } from "./place-order.ts";
import type { Order } from "./order.ts";
import type { World } from "./world.ts";

/** A checkout somebody got as far as their e-mail in. Amounts are integer minor units of the shop's currency. */
export type AbandonedCheckout = {
  readonly gidType: "AbandonedCheckout";
  readonly id: number;
  /** null for a guest. */
  customer: Customer | null;
  readonly email: string;
  /** Line k has the id firstLineId + k. */
  readonly firstLineId: number;
  readonly lines: readonly CartLine[];
  readonly shippingMinor: number;
  readonly countryCode: string;
  readonly createdAtMs: number;
  updatedAtMs: number;
  /** When it became an order after all. */
  completedAtMs: number | null;
};

export type NewCheckout = Pick<
  AbandonedCheckout,
  "customer" | "email" | "lines" | "shippingMinor" | "countryCode" | "createdAtMs"
> & { readonly completedAtMs?: number | null };

const ABANDONED_AFTER_MS = 10 * 60_000;

/** Puts a checkout into the world that was begun already, silently. */
export function addCheckout(world: World, given: NewCheckout): AbandonedCheckout {
  if (given.lines.length === 0) throw new RangeError("A checkout needs at least one line item.");
  const completedAtMs = given.completedAtMs ?? null;
  const checkout: AbandonedCheckout = {
    ...given,
    gidType: "AbandonedCheckout",
    id: world.ids.take("AbandonedCheckout"),
    firstLineId: world.ids.take("AbandonedCheckoutLineItem", given.lines.length),
    updatedAtMs: completedAtMs ?? given.createdAtMs,
    completedAtMs,
  };
  world.checkouts.set(checkout.id, checkout);
  world.revision += 1;
  return checkout;
}

/** Somebody fills in their e-mail now, and leaves. */
export function leaveAtCheckout(
  world: World,
  { customer, email, lines, shippingMinor, countryCode }: Cart,
): AbandonedCheckout {
  const createdAtMs = world.changeTimes.next();
  return addCheckout(world, { customer, email, lines, shippingMinor, countryCode, createdAtMs });
}

/** Somebody comes back to a checkout they left, and buys. Errors: it was completed before. */
export function completeCheckout(world: World, checkout: AbandonedCheckout): Order {
  if (checkout.completedAtMs !== null)
    throw new RangeError(`Checkout ${checkout.id} is completed already.`);
  const { customer, email, lines, shippingMinor, countryCode } = checkout;
  const lineItems = lines.map((line) => ({ ...line, discountMinor: 0 }));
  const order = placeOrder(world, { customer, email, countryCode, shippingMinor, lineItems });
  checkout.completedAtMs = order.createdAtMs;
  checkout.updatedAtMs = order.createdAtMs;
  world.revision += 1;
  return order;
}

/**
 * The checkouts Shopify tells of, by id: those left for more than ten minutes, completed later or not. On Mondays those go
 * that were not completed, began more than three months ago and have not changed for a month.
 */
export function listAbandonedCheckouts({ checkouts, clock, shop }: World): AbandonedCheckout[] {
  const nowMs = clock.nowMs();
  const monday = DateTime.fromMillis(nowMs, { zone: shop.timeZone }).startOf("week");
  const oldestMs = monday.minus({ months: 3 }).toMillis();
  const idleMs = monday.minus({ months: 1 }).toMillis();
  return [...checkouts.values()].filter(
    ({ createdAtMs, updatedAtMs, completedAtMs }) =>
      (completedAtMs ?? nowMs) - createdAtMs >= ABANDONED_AFTER_MS &&
      (completedAtMs !== null || createdAtMs >= oldestMs || updatedAtMs >= idleMs),
  );
}

/** Price of all lines. */
export function checkoutSubtotalMinorOf({ lines }: Pick<AbandonedCheckout, "lines">): number {
  return lines.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0);
}
