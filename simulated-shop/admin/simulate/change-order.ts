import { z } from "zod";
import { cancelOrder } from "../../world/cancel-order.ts";
import { deleteOrder } from "../../world/delete-order.ts";
import { formatPadded } from "../../world/money.ts";
import type { Order } from "../../world/order.ts";
import { refundOrder } from "../../world/refund-order.ts";
import type { World } from "../../world/world.ts";
import { amountField, yesField } from "./field-schemas.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";
import { parseAmountMinor } from "./parse-amount.ts";

export const refundSchema = z.object({
  amount: amountField.optional(),
  note: z.string().optional(),
});
export const cancelSchema = z.object({
  reason: z
    .enum(["customer", "declined", "fraud", "inventory", "other", "staff"])
    .default("customer"),
  refund: yesField.default(false),
});

/** Gives back an amount, or all that is left. */
export function simulateRefund(
  world: World,
  order: Order,
  { amount, note }: z.infer<typeof refundSchema>,
): SimulationOutcome {
  const { currencyCode } = world.shop;
  const amountMinor = amount === undefined ? undefined : parseAmountMinor(amount, currencyCode);
  if (amountMinor === null)
    return refused(400, `${String(amount)} is not an amount in ${currencyCode}.`);
  const refund = refundOrder(world, order, {
    ...(amountMinor !== undefined && { amountMinor }),
    ...(note !== undefined && { note }),
  });
  const given = formatPadded(refund.amountMinor, currencyCode);
  return done(`${given} ${currencyCode} of ${order.name} was refunded.`, {
    refund: { id: refund.id, amount: given },
  });
}

export function simulateCancellation(
  world: World,
  order: Order,
  cancellation: z.infer<typeof cancelSchema>,
): SimulationOutcome {
  cancelOrder(world, order, cancellation);
  return done(`Order ${order.name} was cancelled.`, { order: { id: order.id } });
}

export function simulateDeletion(world: World, order: Order): SimulationOutcome {
  deleteOrder(world, order);
  return done(`Order ${order.name} was deleted.`, { order: { id: order.id } });
}
