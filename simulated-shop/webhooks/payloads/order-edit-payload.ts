import type { CommittedOrderEdit, LineChange } from "../../world/edit-order.ts";
import type { Order } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { formatShopTime } from "./shop-time.ts";

/** orders/edited: what changed, not the order. */
export function orderEditPayload(
  order: Order,
  edit: CommittedOrderEdit,
  { shop }: Pick<World, "shop">,
): Readonly<Record<string, unknown>> {
  return {
    order_edit: {
      id: edit.id,
      app_id: null,
      created_at: formatShopTime(edit.createdAtMs, shop.timeZone),
      notify_customer: edit.notifyCustomer,
      order_id: order.id,
      staff_note: edit.staffNote ?? "",
      user_id: null,
      line_items: {
        additions: edit.additions.map(changePayload),
        removals: edit.removals.map(changePayload),
      },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}

function changePayload({ lineItemId, delta }: LineChange) {
  return { id: lineItemId, delta };
}
