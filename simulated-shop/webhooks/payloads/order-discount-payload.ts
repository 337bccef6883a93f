import type { AppliedDiscount } from "../../world/applied-discount.ts";
import { formatPadded } from "../../world/money.ts";
import type { Order } from "../../world/order.ts";
import type { World } from "../../world/world.ts";

const TYPES = { code: "discount_code", automatic: "automatic", manual: "manual" } as const;

/** `discount_codes` and `discount_applications` of an order. Loaded orders have codes and no applications. */
export function discountFields(
  order: Order,
  { shop }: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  const applied = order.rare?.appliedDiscounts ?? [];
  return {
    discount_codes: order.discountCodes.map((code) => {
      const own = applied.find(({ kind, label }) => kind === "code" && label === code);
      return {
        code,
        amount: formatPadded(own?.amountMinor ?? order.discountMinor, shop.currencyCode),
        type: codeTypeOf(own),
      };
    }),
    discount_applications: applied.map((discount) =>
      applicationPayload(discount, shop.currencyCode),
    ),
  };
}

function codeTypeOf(applied: AppliedDiscount | undefined): string {
  if (applied?.target === "shipping") return "shipping";
  return applied?.value.kind === "percentage" ? "percentage" : "fixed_amount";
}

function applicationPayload(applied: AppliedDiscount, currencyCode: string) {
  const { kind, label, value } = applied;
  return {
    type: TYPES[kind],
    ...(kind === "code" ? { code: label } : { title: label }),
    ...(kind === "manual" && { description: label }),
    target_type: applied.target === "shipping" ? "shipping_line" : "line_item",
    target_selection: applied.targetSelection.toLowerCase(),
    allocation_method: applied.allocationMethod.toLowerCase(),
    value_type: value.kind === "percentage" ? "percentage" : "fixed_amount",
    value:
      value.kind === "percentage"
        ? (value.fraction * 100).toFixed(1)
        : formatPadded(value.amountMinor, currencyCode),
  };
}
