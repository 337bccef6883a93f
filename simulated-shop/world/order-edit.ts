import type { LineItem, Order } from "./order.ts";
import {
  currentQuantityOf,
  lineTaxMinorOf,
  lineTotalMinorOf,
  shareOf,
} from "./order-quantities.ts";
import { shippingTaxMinorOf } from "./order-amounts.ts";
import type { Product } from "./product.ts";

/** An edit that was begun: what should become of an order's lines. Nothing of the order changes before the commit. */
export type OrderEdit = {
  readonly gidType: "CalculatedOrder";
  readonly id: number;
  readonly order: Order;
  /** Wanted quantities of the order's own lines, by their place; lines left out stay as they are. */
  readonly quantityByIndex: Map<number, number>;
  readonly addedLines: AddedLine[];
  /** By line key. */
  readonly discountByLine: Map<string, StagedDiscount>;
};

export type AddedLine = {
  readonly uuid: string;
  readonly product: Product;
  readonly unitPriceMinor: number;
  readonly isTaxable: boolean;
  readonly requiresShipping: boolean;
  quantity: number;
};

export type StagedDiscount = {
  readonly id: number;
  readonly description: string | null;
  readonly value:
    | { readonly kind: "percentage"; readonly fraction: number }
    /** Off each piece. */
    | { readonly kind: "amount"; readonly amountMinor: number };
};

/** A line as it would be after the commit. */
export type EditedLine = {
  /** The line item's id, or the UUID of an added one: what CalculatedLineItem gids end with. */
  readonly key: string;
  readonly product: Product;
  readonly unitPriceMinor: number;
  readonly quantity: number;
  readonly quantityBefore: number;
  /** Of the staged discount alone. */
  readonly stagedDiscountMinor: number;
  /** All pieces, after every discount. */
  readonly totalMinor: number;
  readonly taxMinor: number;
  readonly discount: StagedDiscount | null;
  readonly isAdded: boolean;
};

/** All lines of the order with the edit applied, added ones last. */
export function editedLinesOf(edit: OrderEdit): EditedLine[] {
  const own = edit.order.lineItems.map((line, index) => ownLine(edit, line, index));
  const added = edit.addedLines.map((line): EditedLine => {
    const discount = edit.discountByLine.get(line.uuid) ?? null;
    const stagedDiscountMinor = stagedMinorOf(discount, line.unitPriceMinor, line.quantity);
    return {
      key: line.uuid,
      product: line.product,
      unitPriceMinor: line.unitPriceMinor,
      quantity: line.quantity,
      quantityBefore: 0,
      stagedDiscountMinor,
      totalMinor: line.unitPriceMinor * line.quantity - stagedDiscountMinor,
      taxMinor: 0,
      discount,
      isAdded: true,
    };
  });
  return [...own, ...added];
}

/** Lines after discounts, with the edit applied; a discount on the whole order stays what it was. */
export function editedSubtotalMinorOf(edit: OrderEdit): number {
  const { order } = edit;
  const linesMinor = order.lineItems.reduce((sum, line) => sum + lineTotalMinorOf(line), 0);
  const orderDiscountMinor = linesMinor - order.subtotalMinor;
  return editedLinesOf(edit).reduce((sum, { totalMinor }) => sum + totalMinor, -orderDiscountMinor);
}

/** What the order would be worth after the commit. */
export function editedTotalMinorOf(edit: OrderEdit): number {
  const { order } = edit;
  const taxMinor =
    order.rare?.isTaxAdded === true
      ? editedLinesOf(edit).reduce((sum, line) => sum + line.taxMinor, shippingTaxMinorOf(order))
      : 0;
  return editedSubtotalMinorOf(edit) + order.shippingMinor + taxMinor;
}

function ownLine(edit: OrderEdit, line: LineItem, index: number): EditedLine {
  const key = String(line.rare?.addedId ?? edit.order.firstLineItemId + index);
  const quantityBefore = currentQuantityOf(edit.order, index);
  const quantity = edit.quantityByIndex.get(index) ?? quantityBefore;
  const discount = edit.discountByLine.get(key) ?? null;
  const stagedDiscountMinor = stagedMinorOf(discount, line.unitPriceMinor, quantity);
  const beforeMinor = shareOf(lineTotalMinorOf(line), quantity, line.quantity);
  return {
    key,
    product: line.product,
    unitPriceMinor: line.unitPriceMinor,
    quantity,
    quantityBefore,
    stagedDiscountMinor,
    totalMinor: beforeMinor - stagedDiscountMinor,
    taxMinor: shareOf(lineTaxMinorOf(line), quantity, line.quantity),
    discount,
    isAdded: false,
  };
}

function stagedMinorOf(
  discount: StagedDiscount | null,
  unitPriceMinor: number,
  quantity: number,
): number {
  if (discount === null) return 0;
  const { value } = discount;
  return value.kind === "percentage"
    ? Math.round(unitPriceMinor * quantity * value.fraction)
    : Math.min(value.amountMinor, unitPriceMinor) * quantity;
}
