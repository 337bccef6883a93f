import {
  editedLinesOf,
  editedSubtotalMinorOf,
  editedTotalMinorOf,
  type EditedLine,
  type OrderEdit,
} from "../../world/order-edit.ts";
import { shareOf } from "../../world/order-quantities.ts";
import { netPaymentMinorOf } from "../../world/payment.ts";
import { isInCatalogue } from "../../world/product.ts";
import { Connection, type ConnectionArgs } from "../connections/connection.ts";
import type { RequestContext, TypeResolvers } from "../field-resolver.ts";
import { moneyBag, moneyV2 } from "./money-bag.ts";
import { nodeFields } from "./node-fields.ts";
import { variantViewOf } from "./product.ts";

/** One line of a calculated order. */
export type CalculatedLineView = { readonly edit: OrderEdit; readonly line: EditedLine };

/** An order as it would be after the edit. */
export const calculatedOrderResolvers = {
  id: nodeFields.id,
  originalOrder: ({ order }: OrderEdit) => order,
  committed: () => false,
  subtotalLineItemsQuantity: (edit: OrderEdit) =>
    editedLinesOf(edit).reduce((sum, { quantity }) => sum + quantity, 0),
  subtotalPriceSet: amount(editedSubtotalMinorOf),
  totalPriceSet: amount(editedTotalMinorOf),
  totalOutstandingSet: amount((edit) => editedTotalMinorOf(edit) - netPaymentMinorOf(edit.order)),
  lineItems: lines(() => true),
  addedLineItems: lines(({ isAdded }) => isAdded),
} satisfies TypeResolvers;

export const calculatedLineItemResolvers = {
  id: ({ line }: CalculatedLineView) => `gid://shopify/CalculatedLineItem/${line.key}`,
  title: ({ line }: CalculatedLineView) => line.product.title,
  sku: ({ line }: CalculatedLineView) => (line.product.sku === "" ? null : line.product.sku),
  variant: ({ line }: CalculatedLineView) =>
    isInCatalogue(line.product) ? variantViewOf(line.product) : null,
  quantity: ({ line }: CalculatedLineView) => line.quantity,
  editableQuantity: ({ line }: CalculatedLineView) => line.quantity,
  editableQuantityBeforeChanges: ({ line }: CalculatedLineView) => line.quantityBefore,
  hasStagedLineItemDiscount: ({ line }: CalculatedLineView) => line.discount !== null,
  originalUnitPriceSet: lineAmount(({ unitPriceMinor }) => unitPriceMinor),
  discountedUnitPriceSet: lineAmount(({ totalMinor, quantity, unitPriceMinor }) =>
    quantity === 0 ? unitPriceMinor : shareOf(totalMinor, 1, quantity),
  ),
  editableSubtotalSet: lineAmount(({ totalMinor }) => totalMinor),
  calculatedDiscountAllocations: (
    { edit, line }: CalculatedLineView,
    _args: unknown,
    { shop }: RequestContext,
  ) =>
    line.discount === null
      ? []
      : [
          {
            allocatedAmountSet: moneyBag(shop.world, edit.order, line.stagedDiscountMinor),
            discountApplication: {
              __typename: "CalculatedManualDiscountApplication",
              id: `gid://shopify/CalculatedManualDiscountApplication/${line.discount.id}`,
              description: line.discount.description,
              allocationMethod: line.discount.value.kind === "percentage" ? "ACROSS" : "EACH",
              appliedTo: "LINE",
              targetSelection: "EXPLICIT",
              targetType: "LINE_ITEM",
              value:
                line.discount.value.kind === "percentage"
                  ? {
                      __typename: "PricingPercentageValue",
                      percentage: line.discount.value.fraction * 100,
                    }
                  : {
                      __typename: "MoneyV2",
                      ...moneyV2(shop.world, line.discount.value.amountMinor),
                    },
            },
          },
        ],
} satisfies TypeResolvers;

function amount(minorOf: (edit: OrderEdit) => number) {
  return (edit: OrderEdit, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, edit.order, minorOf(edit));
}

function lineAmount(minorOf: (line: EditedLine) => number) {
  return ({ edit, line }: CalculatedLineView, _args: unknown, { shop }: RequestContext) =>
    moneyBag(shop.world, edit.order, minorOf(line));
}

function lines(isWanted: (line: EditedLine) => boolean) {
  return (edit: OrderEdit, args: ConnectionArgs) =>
    new Connection(
      editedLinesOf(edit)
        .map((line, index) => ({ edit, line, index }))
        .filter(({ line }) => isWanted(line)),
      args,
      ({ index }) => ({ id: index, value: index }),
    );
}
