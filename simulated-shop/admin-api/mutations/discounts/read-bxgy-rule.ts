import type { BxgyRule, DiscountMinimum } from "../../../world/discount.ts";
import type { World } from "../../../world/world.ts";
import type { DiscountInput } from "./discount-input.ts";
import { MAX_INT, type ProblemList } from "./problem-list.ts";
import { readDiscountItems } from "./read-discount-items.ts";
import { readPercentage, toMinor } from "./read-discount-value.ts";

const MAX_QUANTITY = 100_000;

/** "Buy X get Y"; null when the input is not enough. @param current what an update starts from. */
export function readBxgyRule(
  world: World,
  input: DiscountInput,
  current: BxgyRule | null,
  isAutomatic: boolean,
  problems: ProblemList,
): BxgyRule | null {
  refuseBasicFields(input, isAutomatic, problems);
  const buysItems = readDiscountItems(
    world,
    input.customerBuys?.items,
    current?.buysItems ?? null,
    "customerBuys.items",
    problems,
  );
  const getsItems = readDiscountItems(
    world,
    input.customerGets?.items,
    current?.getsItems ?? null,
    "customerGets.items",
    problems,
  );
  if (buysItems === null)
    problems.add("customerBuys.items", "Items in 'customer buys' must be defined", "BLANK");
  if (getsItems?.kind === "all")
    problems.add("customerGets", "Items in 'customer get' cannot be set to all", "INVALID");
  const buys = readBuys(world, input, problems) ?? current?.buys ?? null;
  const gets = readGets(world, input, isAutomatic, problems);
  const getsQuantity = gets?.quantity ?? current?.getsQuantity;
  const effect = gets?.effect ?? current?.effect;
  const usesPerOrderLimit =
    input.usesPerOrderLimit === undefined
      ? (current?.usesPerOrderLimit ?? null)
      : readUsesPerOrder(input.usesPerOrderLimit, problems);
  if (
    buysItems === null ||
    getsItems === null ||
    buys === null ||
    getsQuantity === undefined ||
    effect === undefined
  )
    return null;
  return { kind: "bxgy", buysItems, buys, getsItems, getsQuantity, effect, usesPerOrderLimit };
}

function refuseBasicFields(
  { customerGets }: DiscountInput,
  isAutomatic: boolean,
  problems: ProblemList,
): void {
  const value = customerGets?.value;
  for (const field of ["percentage", "discountAmount"] as const) {
    if (value?.[field] == null) continue;
    problems.add(
      `customerGets.value.${field}`,
      "Only discountOnQuantity permitted with bxgy discounts.",
      "INVALID",
    );
    if (!isAutomatic)
      problems.add(
        "customerGets.value.discountOnQuantity.quantity",
        "Quantity cannot be blank.",
        "BLANK",
      );
  }
  const kind = isAutomatic ? "automatic bxgy" : "bxgy";
  for (const field of ["appliesOnSubscription", "appliesOnOneTimePurchase"] as const) {
    if (customerGets?.[field] != null)
      problems.add(
        `customerGets.${field}`,
        `This field is not supported by ${kind} discounts.`,
        "INVALID",
      );
  }
}

function readBuys(
  world: World,
  { customerBuys }: DiscountInput,
  problems: ProblemList,
): DiscountMinimum | null {
  const value = customerBuys?.value;
  if (value?.quantity != null)
    return {
      kind: "quantity",
      quantity: readRatio(value.quantity, "antecedent", "customerBuys.value.quantity", problems),
    };
  return value?.amount == null
    ? null
    : { kind: "subtotal", amountMinor: toMinor(world, value.amount) };
}

function readGets(
  world: World,
  { customerGets }: DiscountInput,
  isAutomatic: boolean,
  problems: ProblemList,
): { quantity: number; effect: BxgyRule["effect"] } | null {
  const on = customerGets?.value?.discountOnQuantity;
  if (on?.quantity == null) return null;
  const path = "customerGets.value.discountOnQuantity";
  const quantity = readRatio(on.quantity, "consequent", `${path}.quantity`, problems);
  if (on.effect?.percentage != null)
    return {
      quantity,
      effect: readPercentage(
        on.effect.percentage,
        isAutomatic,
        `${path}.effect.percentage`,
        problems,
      ),
    };
  return on.effect?.amount == null
    ? null
    : {
        quantity,
        effect: {
          kind: "amount",
          amountMinor: toMinor(world, on.effect.amount),
          appliesOnEachItem: true,
        },
      };
}

function readRatio(
  quantity: string,
  side: "antecedent" | "consequent",
  path: string,
  problems: ProblemList,
): number {
  const number = Number(quantity);
  const what = `Prerequisite to entitlement quantity ratio ${side} must be`;
  if (number <= 0) problems.add(path, `${what} greater than 0`, "GREATER_THAN");
  if (number >= MAX_QUANTITY) problems.add(path, `${what} less than ${MAX_QUANTITY}`, "LESS_THAN");
  return number;
}

function readUsesPerOrder(limit: number | string | null, problems: ProblemList): number | null {
  if (limit === null) return null;
  const number = Number(limit);
  const path = "usesPerOrderLimit";
  if (number === 0) problems.add(path, "Allocation limit cannot be zero", "VALUE_OUTSIDE_RANGE");
  if (number < 0) problems.add(path, "Allocation limit must be greater than 0", "GREATER_THAN");
  if (number > MAX_INT)
    problems.add(
      path,
      `Allocation limit must be less than or equal to ${MAX_INT}`,
      "LESS_THAN_OR_EQUAL_TO",
    );
  return number;
}
