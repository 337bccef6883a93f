import { z } from "zod";
import { cancelOrder } from "../../world/cancel-order.ts";
import { deleteOrder } from "../../world/delete-order.ts";
import type { Order } from "../../world/order.ts";
import type { World } from "../../world/world.ts";
import { yesField } from "./field-schemas.ts";
import { done, type SimulationOutcome } from "./outcome.ts";

export const cancelSchema = z.object({
  reason: z
    .enum(["customer", "declined", "fraud", "inventory", "other", "staff"])
    .default("customer"),
  refund: yesField.default(false),
  /** With a refund: every line is named in it. */
  restock: yesField.default(false),
  note: z.string().optional(),
});

export function simulateCancellation(
  world: World,
  order: Order,
  cancellation: z.infer<typeof cancelSchema>,
): SimulationOutcome {
  const { note = null, ...wishes } = cancellation;
  cancelOrder(world, order, { ...wishes, staffNote: note });
  return done(`Order ${order.name} was cancelled.`, { order: { id: order.id } });
}

export function simulateDeletion(world: World, order: Order): SimulationOutcome {
  deleteOrder(world, order);
  return done(`Order ${order.name} was deleted.`, { order: { id: order.id } });
}
