import { parseGid } from "../../../world/gid.ts";
import type { Order } from "../../../world/order.ts";
import type { World } from "../../../world/world.ts";
import { userError, type UserError } from "../user-error.ts";

/** An order by its gid; undefined when there is none. */
export function findOrder(world: World, id: string): Order | undefined {
  const gid = parseGid(id);
  return gid?.type === "Order" ? world.orders.get(gid.id) : undefined;
}

/** @param field the argument that names the order. */
export function orderDoesNotExist(field: string, code: string | null = null): UserError {
  return userError([field], "Order does not exist", code);
}
