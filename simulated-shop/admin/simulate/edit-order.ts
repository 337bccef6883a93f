import { randomUUID } from "node:crypto";
import { z } from "zod";
import { beginOrderEdit, commitOrderEdit } from "../../world/edit-order.ts";
import { formatPadded } from "../../world/money.ts";
import { findLineIndex, type Order } from "../../world/order.ts";
import { currentTotalMinorOf } from "../../world/order-amounts.ts";
import type { Product } from "../../world/product.ts";
import type { World } from "../../world/world.ts";
import { changedLinesField, idField } from "./field-schemas.ts";
import { findProduct } from "./find-product.ts";
import { done, refused, type SimulationOutcome } from "./outcome.ts";

export const editOrderSchema = z.object({
  /** New quantities; 0 takes a line off, lines left out stay as they are. */
  lines: changedLinesField.default([]),
  /** A product's id or its variant's, at its present price. */
  addProductId: idField.optional(),
  addQuantity: z.coerce.number().int().min(1).max(1000).default(1),
  note: z.string().optional(),
});

/** Edits an order in one go: begins, changes and commits. */
export function simulateOrderEdit(
  world: World,
  order: Order,
  { lines, addProductId, addQuantity, note }: z.infer<typeof editOrderSchema>,
): SimulationOutcome {
  const quantityByIndex = new Map<number, number>();
  for (const { lineItemId, quantity } of lines) {
    const index = findLineIndex(order, lineItemId);
    if (index < 0) return refused(404, `Order ${order.name} has no line ${lineItemId}.`);
    quantityByIndex.set(index, quantity);
  }
  const added = addProductId === undefined ? null : findProduct(world, addProductId);
  if (added === undefined) return refused(404, `There is no product ${String(addProductId)}.`);

  const edit = beginOrderEdit(world, order);
  for (const [index, quantity] of quantityByIndex) edit.quantityByIndex.set(index, quantity);
  if (added !== null) edit.addedLines.push(addedLineOf(added, addQuantity));
  try {
    commitOrderEdit(world, edit, note === undefined ? {} : { staffNote: note });
  } finally {
    // One that changes nothing is refused, and must not lie around.
    world.orderEdits.delete(edit.id);
  }
  const { currencyCode } = world.shop;
  const currentTotal = formatPadded(currentTotalMinorOf(order), currencyCode);
  return done(`Order ${order.name} was edited: it is worth ${currentTotal} ${currencyCode} now.`, {
    order: { id: order.id, currentTotal },
  });
}

function addedLineOf(product: Product, quantity: number) {
  return {
    uuid: randomUUID(),
    product,
    quantity,
    unitPriceMinor: product.priceMinor,
    isTaxable: true,
    requiresShipping: product.isGiftCard !== true,
  };
}
