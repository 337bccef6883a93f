import type { Discount } from "./discount.ts";
import { newActionId, type World } from "./world.ts";

export type DiscountFacts = Omit<
  Discount,
  "gidType" | "kind" | "id" | "createdAtMs" | "updatedAtMs" | "metafields"
>;

export function createAutomaticDiscount(world: World, facts: DiscountFacts): Discount {
  const nowMs = world.clock.nowMs();
  const discount: Discount = {
    ...facts,
    gidType: "DiscountAutomaticNode",
    kind: "automatic-basic",
    id: world.ids.take("Discount"),
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    metafields: [],
  };
  world.discounts.set(discount.id, discount);
  world.revision += 1;
  world.events.emit({ kind: "discount-created", actionId: newActionId(world), discount });
  return discount;
}

export function updateDiscount(
  world: World,
  discount: Discount,
  changes: Partial<DiscountFacts>,
): void {
  Object.assign(discount, changes);
  discount.updatedAtMs = world.clock.nowMs();
  world.revision += 1;
  world.events.emit({ kind: "discount-updated", actionId: newActionId(world), discount });
}

export function deleteDiscount(world: World, discount: Discount): void {
  world.discounts.delete(discount.id);
  world.revision += 1;
  world.events.emit({ kind: "discount-deleted", actionId: newActionId(world), discount });
}
