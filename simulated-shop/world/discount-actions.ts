import type { Discount, RedeemCode } from "./discount.ts";
import { newActionId, type World } from "./world.ts";

/** What somebody who makes a discount decides. */
export type DiscountFacts = Omit<
  Discount,
  | "gidType"
  | "id"
  | "codes"
  | "usageCount"
  | "redeemers"
  | "createdAtMs"
  | "updatedAtMs"
  | "metafields"
>;

/** Makes a discount: with a code, or one that applies by itself when the code is null. Emits discount-created. */
export function createDiscount(world: World, facts: DiscountFacts, code: string | null): Discount {
  const nowMs = world.clock.nowMs();
  const discount: Discount = {
    ...facts,
    gidType: code === null ? "DiscountAutomaticNode" : "DiscountCodeNode",
    id: world.ids.take("Discount"),
    codes: [],
    usageCount: 0,
    redeemers: new Set(),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    metafields: [],
  };
  world.discounts.set(discount.id, discount);
  if (code !== null) addCode(world, discount, code);
  world.revision += 1;
  world.events.emit({ kind: "discount-created", actionId: newActionId(world), discount });
  return discount;
}

/** Changes a discount. Emits discount-updated. */
export function updateDiscount(
  world: World,
  discount: Discount,
  changes: Partial<DiscountFacts>,
): void {
  Object.assign(discount, changes);
  announceUpdate(world, discount, newActionId(world));
}

/** Gives the discount's only code another spelling. */
export function renameCode(world: World, discount: Discount, code: string): void {
  const [only] = discount.codes;
  if (only === undefined || discount.codes.length > 1)
    throw new RangeError(`Discount ${discount.id} has ${discount.codes.length} codes.`);
  world.discountsByCode.delete(only.code.toLowerCase());
  only.code = code;
  world.discountsByCode.set(code.toLowerCase(), discount);
}

/** Adds codes. Emits discount-code-added for each, then discount-updated. */
export function addRedeemCodes(world: World, discount: Discount, codes: readonly string[]): void {
  const actionId = newActionId(world);
  for (const code of codes) {
    const added = addCode(world, discount, code);
    world.events.emit({ kind: "discount-code-added", actionId, discount, code: added });
  }
  announceUpdate(world, discount, actionId);
}

/** Takes codes away. Emits discount-code-removed for each, then discount-updated. */
export function removeRedeemCodes(
  world: World,
  discount: Discount,
  ids: ReadonlySet<number>,
): void {
  const actionId = newActionId(world);
  const removed = discount.codes.filter(({ id }) => ids.has(id));
  discount.codes = discount.codes.filter(({ id }) => !ids.has(id));
  for (const code of removed) {
    world.discountsByCode.delete(code.code.toLowerCase());
    world.events.emit({ kind: "discount-code-removed", actionId, discount, code });
  }
  announceUpdate(world, discount, actionId);
}

/** Removes a discount for good. Emits discount-deleted. */
export function deleteDiscount(world: World, discount: Discount): void {
  world.discounts.delete(discount.id);
  for (const { code } of discount.codes) world.discountsByCode.delete(code.toLowerCase());
  world.revision += 1;
  world.events.emit({ kind: "discount-deleted", actionId: newActionId(world), discount });
}

/** The discount a code belongs to; codes ignore case. */
export function findDiscountByCode(world: World, code: string): Discount | undefined {
  return world.discountsByCode.get(code.trim().toLowerCase());
}

function addCode(world: World, discount: Discount, code: string): RedeemCode {
  if (world.discountsByCode.has(code.toLowerCase()))
    throw new RangeError(`There is a discount with the code ${code} already.`);
  const added: RedeemCode = {
    gidType: "DiscountRedeemCode",
    id: world.ids.take("DiscountCode"),
    code,
    usageCount: 0,
  };
  discount.codes.push(added);
  world.discountsByCode.set(code.toLowerCase(), discount);
  return added;
}

function announceUpdate(world: World, discount: Discount, actionId: string): void {
  discount.updatedAtMs = world.clock.nowMs();
  world.revision += 1;
  world.events.emit({ kind: "discount-updated", actionId, discount });
}
