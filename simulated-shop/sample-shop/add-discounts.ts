import { createDiscount } from "../world/discount-actions.ts";
import type { World } from "../world/world.ts";
import { DISCOUNTS } from "./draw-order.ts";

/** The codes the sample shop's customers used, as discounts that still run, with how often. */
export function addDiscounts(world: World): void {
  for (const { code, fraction } of DISCOUNTS) {
    const discount = createDiscount(
      world,
      {
        title: code,
        rule: {
          kind: "basic",
          value: { kind: "percentage", fraction },
          items: { kind: "all" },
          minimum: null,
        },
        startsAtMs: world.clock.nowMs() - 730 * 86_400_000,
        endsAtMs: null,
        context: { kind: "all" },
        combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
        appliesOnOneTimePurchase: true,
        appliesOnSubscription: false,
        recurringCycleLimit: 1,
        usageLimit: null,
        appliesOncePerCustomer: false,
        tags: [],
      },
      code,
    );
    for (const order of world.orders.values()) {
      if (!order.discountCodes.includes(code)) continue;
      discount.usageCount += 1;
      discount.redeemers.add(order.customer?.id ?? order.email);
      for (const redeemCode of discount.codes) redeemCode.usageCount += 1;
    }
  }
}
