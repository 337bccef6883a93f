import type { DiscountMinimum, DiscountValue } from "../../../world/discount.ts";
import { minorDigitsOf } from "../../../world/money.ts";
import type { World } from "../../../world/world.ts";
import type { DiscountInput, DiscountMinimumInput } from "./discount-input.ts";
import { badDiscountRequest } from "./read-discount-context.ts";
import { MAX_INT, type ProblemList } from "./problem-list.ts";

const MAX_AMOUNT = 1e18;

/** What a basic discount takes off; null when the input does not say or is wrong. */
export function readBasicValue(
  world: World,
  value: NonNullable<DiscountInput["customerGets"]>["value"],
  isAutomatic: boolean,
  problems: ProblemList,
): DiscountValue | null {
  if (value == null) return null;
  const path = "customerGets.value";
  const kinds = [value.percentage, value.discountOnQuantity, value.discountAmount];
  if (kinds.filter((kind) => kind != null).length > 1)
    throw badDiscountRequest(
      "A discount can only have one of percentage, discountOnQuantity or discountAmount.",
    );
  if (value.discountOnQuantity != null) {
    problems.add(
      `${path}.discountOnQuantity`,
      "discountOnQuantity field is only permitted with bxgy discounts.",
      "INVALID",
    );
    return null;
  }
  if (value.percentage != null)
    return readPercentage(value.percentage, isAutomatic, `${path}.percentage`, problems);
  const amount = value.discountAmount?.amount;
  if (amount == null) return null;
  const number = Number(amount);
  // Shopify's own words: they say the opposite of what they mean.
  if (number <= -MAX_AMOUNT || number >= MAX_AMOUNT)
    problems.add(
      `${path}.discountAmount.amount`,
      "Value must be greater than -1000000000000000000",
      "LESS_THAN",
    );
  else if (isAutomatic && number <= 0)
    problems.add(`${path}.discountAmount.amount`, "Value must be less than 0", "GREATER_THAN");
  else if (number < 0)
    problems.add(
      `${path}.discountAmount.amount`,
      "Value must be less than or equal to 0",
      "LESS_THAN_OR_EQUAL_TO",
    );
  return {
    kind: "amount",
    amountMinor: toMinor(world, amount),
    appliesOnEachItem: value.discountAmount?.appliesOnEachItem === true,
  };
}

/** A fraction of 1. Unlike a code discount, an automatic one refuses 0 as well. */
export function readPercentage(
  percentage: number,
  isAutomatic: boolean,
  path: string,
  problems: ProblemList,
): DiscountValue {
  if (percentage > 1 || percentage < 0 || (isAutomatic && percentage === 0))
    problems.add(path, "Value must be between 0.0 and 1.0", "VALUE_OUTSIDE_RANGE");
  return { kind: "percentage", fraction: percentage };
}

/** What a cart must reach; null: nothing. */
export function readMinimum(
  world: World,
  minimum: DiscountMinimumInput | null | undefined,
  problems: ProblemList,
): DiscountMinimum | null {
  const quantity = minimum?.quantity?.greaterThanOrEqualToQuantity;
  const subtotal = minimum?.subtotal?.greaterThanOrEqualToSubtotal;
  const subtotalPath = "minimumRequirement.subtotal.greaterThanOrEqualToSubtotal";
  const quantityPath = "minimumRequirement.quantity.greaterThanOrEqualToQuantity";
  if (quantity != null && subtotal != null) {
    problems.add(
      subtotalPath,
      "Minimum subtotal cannot be defined when minimum quantity is.",
      "CONFLICT",
    );
    problems.add(
      quantityPath,
      "Minimum quantity cannot be defined when minimum subtotal is.",
      "CONFLICT",
    );
  }
  if (quantity != null) {
    if (Number(quantity) >= MAX_INT)
      problems.add(quantityPath, `Minimum quantity must be less than ${MAX_INT}`, "LESS_THAN");
    return { kind: "quantity", quantity: Number(quantity) };
  }
  if (subtotal == null) return null;
  if (Number(subtotal) >= MAX_AMOUNT)
    problems.add(
      subtotalPath,
      "Minimum subtotal must be less than 1000000000000000000",
      "LESS_THAN",
    );
  return { kind: "subtotal", amountMinor: toMinor(world, subtotal) };
}

/** "12.50" in the shop's currency → 1250. */
export function toMinor({ shop }: World, amount: string): number {
  return Math.round(Number(amount) * 10 ** minorDigitsOf(shop.currencyCode));
}
