import type { Discount } from "../../../world/discount.ts";
import { parseGid } from "../../../world/gid.ts";
import type { World } from "../../../world/world.ts";
import { userError, type UserError } from "../user-error.ts";

/** A discount by its gid; undefined when there is none or it is of the other sort. */
export function findDiscount(world: World, id: string, isAutomatic: boolean): Discount | undefined {
  const gid = parseGid(id);
  const discount = gid === null ? undefined : world.discounts.get(gid.id);
  const wanted = isAutomatic ? "DiscountAutomaticNode" : "DiscountCodeNode";
  return gid?.type === wanted && discount?.gidType === wanted ? discount : undefined;
}

/** What activating, deactivating and deleting say of an unknown id. */
export function doesNotExist(isAutomatic: boolean, field = "id"): UserError {
  const sort = isAutomatic ? "Automatic" : "Code";
  return userError([field], `${sort} discount does not exist.`, "INVALID");
}
