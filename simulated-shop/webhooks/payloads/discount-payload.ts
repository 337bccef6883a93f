import { discountStatusAt, type Discount, type RedeemCode } from "../../world/discount.ts";
import { gidOf, gidOfObject } from "../../world/gid.ts";
import type { World } from "../../world/world.ts";
import { formatShopTime } from "./shop-time.ts";

/** discounts/create, discounts/update and discounts/delete. */
export function discountPayload(
  discount: Discount,
  { shop, clock }: Pick<World, "shop" | "clock">,
): Readonly<Record<string, unknown>> {
  return {
    admin_graphql_api_id: gidOfObject(discount),
    title: discount.title,
    status: discountStatusAt(discount, clock.nowMs()),
    created_at: formatShopTime(discount.createdAtMs, shop.timeZone),
    updated_at: formatShopTime(discount.updatedAtMs, shop.timeZone),
  };
}

/** discounts/redeemcode_added and discounts/redeemcode_removed. */
export function redeemCodePayload(
  discount: Discount,
  { id, code }: RedeemCode,
  { shop }: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  return {
    admin_graphql_api_id: gidOfObject(discount),
    redeem_code: { id: gidOf("DiscountRedeemCode", id), code },
    updated_at: formatShopTime(discount.updatedAtMs, shop.timeZone),
  };
}
