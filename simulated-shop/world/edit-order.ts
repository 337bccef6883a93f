import { announcePurchases } from "./announce-purchases.ts";
import type { AppliedDiscount } from "./applied-discount.ts";
import { lineItemIdOf, type LineItem, type Order } from "./order.ts";
import { currentTotalMinorOf } from "./order-amounts.ts";
import { editedLinesOf, type EditedLine, type OrderEdit } from "./order-edit.ts";
import { netPaymentMinorOf, paymentsOf } from "./payment.ts";
import { newActionId, type World } from "./world.ts";

/** What a committed edit did, as orders/edited tells it. */
export type CommittedOrderEdit = {
  readonly id: number;
  readonly createdAtMs: number;
  readonly notifyCustomer: boolean;
  readonly staffNote: string | null;
  readonly additions: readonly LineChange[];
  readonly removals: readonly LineChange[];
};

export type LineChange = { readonly lineItemId: number; readonly delta: number };

/** Begins an edit of an order. Errors: a cancelled order. */
export function beginOrderEdit(world: World, order: Order): OrderEdit {
  if (order.cancelledAtMs !== null)
    throw new RangeError(`Order ${order.name} is cancelled and cannot be edited.`);
  const edit: OrderEdit = {
    gidType: "CalculatedOrder",
    id: world.ids.take("OrderEdit"),
    order,
    quantityByIndex: new Map(),
    addedLines: [],
    discountByLine: new Map(),
  };
  world.orderEdits.set(edit.id, edit);
  return edit;
}

/** True when the commit would change something. */
export function hasChanges(edit: OrderEdit): boolean {
  return editedLinesOf(edit).some(
    ({ quantity, quantityBefore, discount }) => quantity !== quantityBefore || discount !== null,
  );
}

/**
 * Makes an edit real. Removed pieces stay on their lines and on the order's totals, only what is current shrinks;
 * added lines and discounts change the totals. Emits order-edited and order-updated.
 */
export function commitOrderEdit(
  world: World,
  edit: OrderEdit,
  { notifyCustomer = false, staffNote = null }: Partial<CommittedOrderEdit> = {},
): void {
  const { order } = edit;
  if (!hasChanges(edit)) throw new RangeError(`Nothing of order ${order.name} was edited.`);
  // Payments that follow from the status would follow the new total as well.
  const payments = paymentsOf(order);
  const changed = editedLinesOf(edit);
  const discounts: AppliedDiscount[] = [...(order.rare?.appliedDiscounts ?? [])];
  const lines = changed.map((line, index) => {
    if (line.discount !== null) discounts.push(manualDiscount(line));
    return editedLine(world, edit, line, index, discounts.length - 1);
  });
  const before = order.lineItems;
  order.lineItems = lines;
  addToSums(order, before);
  const nowMs = world.changeTimes.next();
  order.rare = { ...order.rare, payments, isEdited: true, appliedDiscounts: discounts };
  order.updatedAtMs = nowMs;
  order.financialStatus = statusAfterEdit(order);
  world.orderEdits.delete(edit.id);
  world.revision += 1;

  const deltas = changed.map((line, index) => ({
    lineItemId: lineItemIdOf(order, index),
    delta: line.quantity - line.quantityBefore,
  }));
  const committed: CommittedOrderEdit = {
    id: edit.id,
    createdAtMs: nowMs,
    notifyCustomer,
    staffNote,
    additions: deltas.filter(({ delta }) => delta > 0),
    removals: deltas
      .filter(({ delta }) => delta < 0)
      .map(({ lineItemId, delta }) => ({ lineItemId, delta: -delta })),
  };
  const actionId = newActionId(world);
  world.events.emit({ kind: "order-edited", actionId, order, edit: committed });
  world.events.emit({ kind: "order-updated", actionId, order });
  announcePurchases(world, actionId, order);
}

function editedLine(
  world: World,
  edit: OrderEdit,
  changed: EditedLine,
  index: number,
  applicationIndex: number,
): LineItem {
  const line = edit.order.lineItems[index];
  const discountMinor = (line?.discountMinor ?? 0) + changed.stagedDiscountMinor;
  const allocations =
    changed.discount === null
      ? line?.rare?.allocations
      : [
          ...(line?.rare?.allocations ?? []),
          { applicationIndex, amountMinor: changed.stagedDiscountMinor },
        ];
  const delta = changed.quantity - changed.quantityBefore;
  const { unitPriceMinor, product } = changed;
  const added = edit.addedLines.find(({ uuid }) => uuid === changed.key);
  const rare = {
    ...line?.rare,
    ...(allocations && { allocations }),
    ...(delta < 0 && { removedQuantity: (line?.rare?.removedQuantity ?? 0) - delta }),
    ...(added && {
      addedId: world.ids.take("LineItem"),
      isTaxable: added.isTaxable,
      requiresShipping: added.requiresShipping,
    }),
  };
  return {
    product,
    unitPriceMinor,
    discountMinor,
    quantity: (line?.quantity ?? 0) + Math.max(0, delta),
    ...(Object.keys(rare).length > 0 && { rare }),
  };
}

function manualDiscount({ discount, stagedDiscountMinor }: EditedLine): AppliedDiscount {
  return {
    kind: "manual",
    label: discount?.description ?? "",
    target: "lines",
    targetSelection: "EXPLICIT",
    allocationMethod: discount?.value.kind === "percentage" ? "ACROSS" : "EACH",
    value: discount?.value ?? { kind: "amount", amountMinor: 0 },
    amountMinor: stagedDiscountMinor,
  };
}

/** More pieces and more discount change what was bought; fewer pieces do not. */
function addToSums(order: Order, before: readonly LineItem[]): void {
  for (const [index, line] of order.lineItems.entries()) {
    const was = before[index];
    const piecesMinor = (line.quantity - (was?.quantity ?? 0)) * line.unitPriceMinor;
    const discountMinor = line.discountMinor - (was?.discountMinor ?? 0);
    order.subtotalMinor += piecesMinor - discountMinor;
    order.totalMinor += piecesMinor - discountMinor;
    order.discountMinor += discountMinor;
  }
}

function statusAfterEdit(order: Order): Order["financialStatus"] {
  const paidMinor = netPaymentMinorOf(order);
  if (order.financialStatus === "authorized" || order.refunds.length > 0)
    return order.financialStatus;
  if (paidMinor === 0) return currentTotalMinorOf(order) === 0 ? "paid" : "pending";
  return paidMinor < currentTotalMinorOf(order) ? "partially_paid" : "paid";
}
