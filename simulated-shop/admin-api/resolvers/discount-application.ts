import type { AppliedDiscount } from "../../world/applied-discount.ts";
import type { DiscountAllocation, Order } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { moneyBag, moneyV2 } from "./money-bag.ts";

const TYPE_BY_KIND = {
  code: "DiscountCodeApplication",
  automatic: "AutomaticDiscountApplication",
  manual: "ManualDiscountApplication",
} as const;

/** An order's `discountApplications`, read by property. */
export function discountApplicationViews(world: World, order: Order) {
  return (order.rare?.appliedDiscounts ?? []).map((applied, index) =>
    discountApplicationView(world, applied, index),
  );
}

/** A line's `discountAllocations`. */
export function discountAllocationViews(
  world: World,
  order: Order,
  allocations: readonly DiscountAllocation[],
) {
  return allocations.flatMap(({ applicationIndex, amountMinor }) => {
    const applied = order.rare?.appliedDiscounts?.[applicationIndex];
    return applied === undefined
      ? []
      : [
          {
            allocatedAmountSet: moneyBag(world, order, amountMinor),
            discountApplication: discountApplicationView(world, applied, applicationIndex),
          },
        ];
  });
}

function discountApplicationView(world: World, applied: AppliedDiscount, index: number) {
  return {
    __typename: TYPE_BY_KIND[applied.kind],
    index,
    ...(applied.kind === "code" ? { code: applied.label } : { title: applied.label }),
    ...(applied.kind === "manual" && { description: applied.label }),
    allocationMethod: applied.allocationMethod,
    targetSelection: applied.targetSelection,
    targetType: applied.target === "shipping" ? "SHIPPING_LINE" : "LINE_ITEM",
    value:
      applied.value.kind === "percentage"
        ? { __typename: "PricingPercentageValue", percentage: applied.value.fraction * 100 }
        : { __typename: "MoneyV2", ...moneyV2(world, applied.value.amountMinor) },
  };
}
