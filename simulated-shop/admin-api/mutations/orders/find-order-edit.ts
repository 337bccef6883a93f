import { parseGid } from "../../../world/gid.ts";
import { lineItemIdOf } from "../../../world/order.ts";
import type { OrderEdit } from "../../../world/order-edit.ts";
import type { World } from "../../../world/world.ts";
import { userError } from "../user-error.ts";

/** An edit by the gid of its calculated order or its session. */
export function findOrderEdit(world: World, id: string): OrderEdit | undefined {
  const gid = parseGid(id);
  return gid?.type === "CalculatedOrder" || gid?.type === "OrderEditSession"
    ? world.orderEdits.get(gid.id)
    : undefined;
}

/** Which line a gid means: the place of an own line, or the UUID of an added one; null when there is none. */
export function findEditedLine(
  edit: OrderEdit,
  id: string,
): { index: number } | { uuid: string } | null {
  const key = /^gid:\/\/shopify\/(?:CalculatedLineItem|LineItem)\/([\w-]+)$/.exec(id)?.[1];
  if (key === undefined) return null;
  if (edit.addedLines.some(({ uuid }) => uuid === key)) return { uuid: key };
  const index = edit.order.lineItems.findIndex(
    (_line, place) => String(lineItemIdOf(edit.order, place)) === key,
  );
  return index < 0 ? null : { index };
}

export const NO_SUCH_EDIT = userError(["id"], "The calculated order does not exist.");
export const NO_SUCH_LINE = "The line item does not exist on the order.";
