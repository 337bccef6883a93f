import type { DiscountContext, DiscountValue } from "../../world/discount.ts";
import type { DiscountFacts } from "../../world/discount-actions.ts";
import { minorDigitsOf } from "../../world/money.ts";
import type { World } from "../../world/world.ts";
import { unansweredError } from "../schema/unanswered.ts";
import { readDiscountContext, type DiscountContextInput } from "./discount-context-input.ts";
import { userError, type UserError } from "./user-error.ts";

export type AutomaticBasicInput = {
  title?: string | null;
  startsAt?: string | null;
  endsAt?: string | null;
  tags?: readonly string[] | null;
  combinesWith?: Partial<
    Record<"orderDiscounts" | "productDiscounts" | "shippingDiscounts", boolean | null>
  > | null;
  context?: DiscountContextInput | null;
  customerGets?: {
    items?: { all?: boolean | null; collections?: unknown; products?: unknown } | null;
    value?: {
      percentage?: number | null;
      discountAmount?: { amount: string; appliesOnEachItem?: boolean | null } | null;
      discountOnQuantity?: unknown;
    } | null;
  } | null;
  minimumRequirement?: {
    quantity?: { greaterThanOrEqualToQuantity?: string | null } | null;
    subtotal?: { greaterThanOrEqualToSubtotal?: string | null } | null;
  } | null;
};

export type ReadDiscountInput = {
  readonly facts: Partial<DiscountFacts>;
  readonly errors: readonly UserError[];
};

const ROOT = "automaticBasicDiscount";

/**
 * Reads a discount input into what it sets, with everything wrong in it.
 *
 * @param current the context `add` and `remove` start from.
 */
export function readDiscountInput(
  world: World,
  input: AutomaticBasicInput,
  current: DiscountContext,
): ReadDiscountInput {
  const errors: UserError[] = [];
  const facts: Partial<DiscountFacts> = {};
  if (input.title !== undefined) {
    if (input.title === null || input.title.trim() === "")
      errors.push(userError([ROOT, "title"], "Title can't be blank", "BLANK"));
    else facts.title = input.title;
  }
  if (input.startsAt != null) facts.startsAtMs = Date.parse(input.startsAt);
  if (input.endsAt !== undefined)
    facts.endsAtMs = input.endsAt === null ? null : Date.parse(input.endsAt);
  if (input.tags != null) facts.tags = input.tags;
  if (input.combinesWith != null) {
    const { orderDiscounts, productDiscounts, shippingDiscounts } = input.combinesWith;
    facts.combinesWith = {
      orderDiscounts: orderDiscounts === true,
      productDiscounts: productDiscounts === true,
      shippingDiscounts: shippingDiscounts === true,
    };
  }
  if (input.context != null)
    facts.context = readDiscountContext(world, input.context, current, errors);
  if (input.customerGets != null) {
    const value = readValue(world, input.customerGets, errors);
    if (value !== null) facts.value = value;
  }
  if (input.minimumRequirement !== undefined)
    facts.minimum = readMinimum(world, input.minimumRequirement, errors);
  return { facts, errors };
}

function readValue(
  world: World,
  { items, value }: NonNullable<AutomaticBasicInput["customerGets"]>,
  errors: UserError[],
): DiscountValue | null {
  if (items?.collections != null) throw unansweredError("DiscountItemsInput", "collections");
  if (items?.products != null) throw unansweredError("DiscountItemsInput", "products");
  if (value == null) return null;
  const place = [ROOT, "customerGets", "value"];
  if (value.discountOnQuantity != null) {
    errors.push(
      userError(
        [...place, "discountOnQuantity"],
        "discountOnQuantity field is only permitted with bxgy discounts.",
        "INVALID",
      ),
    );
    return null;
  }
  if (value.percentage != null) {
    // Unlike a code discount, an automatic one refuses 0 as well (SHOPIFY-FACTS §7.8).
    if (value.percentage <= 0 || value.percentage > 1) {
      errors.push(
        userError(
          [...place, "percentage"],
          "Value must be between 0.0 and 1.0",
          "VALUE_OUTSIDE_RANGE",
        ),
      );
    }
    return { kind: "percentage", fraction: value.percentage };
  }
  if (value.discountAmount == null) return null;
  const { amount, appliesOnEachItem } = value.discountAmount;
  return {
    kind: "amount",
    amountMinor: toMinor(world, amount),
    appliesOnEachItem: appliesOnEachItem === true,
  };
}

function readMinimum(
  world: World,
  minimum: AutomaticBasicInput["minimumRequirement"],
  errors: UserError[],
): DiscountFacts["minimum"] {
  const quantity = minimum?.quantity?.greaterThanOrEqualToQuantity;
  const subtotal = minimum?.subtotal?.greaterThanOrEqualToSubtotal;
  if (quantity != null && subtotal != null) {
    const place = [ROOT, "minimumRequirement"];
    errors.push(
      userError(
        [...place, "subtotal", "greaterThanOrEqualToSubtotal"],
        "Minimum subtotal cannot be defined when minimum quantity is.",
        "CONFLICT",
      ),
      userError(
        [...place, "quantity", "greaterThanOrEqualToQuantity"],
        "Minimum quantity cannot be defined when minimum subtotal is.",
        "CONFLICT",
      ),
    );
  }
  if (quantity != null) return { kind: "quantity", quantity: Number(quantity) };
  return subtotal == null ? null : { kind: "subtotal", amountMinor: toMinor(world, subtotal) };
}

function toMinor({ shop }: World, amount: string): number {
  return Math.round(Number(amount) * 10 ** minorDigitsOf(shop.currencyCode));
}
