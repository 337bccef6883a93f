import type { Customer } from "../../../world/customer.ts";
import { parseGid } from "../../../world/gid.ts";
import type { World } from "../../../world/world.ts";

/** A customer by its gid; undefined when there is none. */
export function findCustomer(world: World, id: string | null | undefined): Customer | undefined {
  const gid = id == null ? null : parseGid(id);
  return gid?.type === "Customer" ? world.customers.get(gid.id) : undefined;
}
