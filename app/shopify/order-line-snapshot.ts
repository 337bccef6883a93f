import { z } from "zod";
import { idOfGid } from "./gid.ts";
import { minorUnitsOf, shopMoney } from "./money.ts";

/** What one order has of one thing, amounts in minor units of the shop's currency. */
export interface OrderLineSnapshot {
  lineId: bigint;
  /** Null for a custom line, a product since deleted, or without the scope read_products. */
  product: ProductSnapshot | null;
  isGiftCard: boolean;
  quantity: number;
  /** Sent back, or taken out of the order. */
  returnedQuantity: number;
  unitMinorUnits: bigint;
  /** The whole line after all discounts. */
  netMinorUnits: bigint;
}

export interface ProductSnapshot {
  productId: bigint;
  title: string;
  /** Its name in the shop's addresses. */
  handle: string;
  productType: string;
  vendor: string;
}

/** A line with the fields of `OrderLineFields`. */
export const orderLineNode = z.object({
  id: z.string(),
  quantity: z.int(),
  currentQuantity: z.int(),
  isGiftCard: z.boolean(),
  originalUnitPriceSet: shopMoney,
  totalDiscountSet: shopMoney,
  discountAllocations: z.array(z.object({ allocatedAmountSet: shopMoney })),
  product: z
    .object({
      id: z.string(),
      title: z.string(),
      handle: z.string(),
      productType: z.string(),
      vendor: z.string(),
    })
    .nullish(),
});

export type OrderLineNode = z.infer<typeof orderLineNode>;

export function lineSnapshotOf(line: OrderLineNode, currencyCode: string): OrderLineSnapshot {
  const minorUnits = (set: z.infer<typeof shopMoney>) =>
    minorUnitsOf(set.shopMoney.amount, currencyCode);
  const allocated = line.discountAllocations.map(({ allocatedAmountSet }) =>
    minorUnits(allocatedAmountSet),
  );
  // Allocations are the line's own discounts and its share of the order's; orders imported into Shopify may have none.
  const discount =
    allocated.length === 0
      ? minorUnits(line.totalDiscountSet)
      : allocated.reduce((sum, amount) => sum + amount, 0n);
  const unitMinorUnits = minorUnits(line.originalUnitPriceSet);
  const { product } = line;
  return {
    lineId: idOfGid("LineItem", line.id),
    product:
      product == null
        ? null
        : {
            productId: idOfGid("Product", product.id),
            title: product.title,
            handle: product.handle,
            productType: product.productType,
            vendor: product.vendor,
          },
    isGiftCard: line.isGiftCard,
    quantity: line.quantity,
    returnedQuantity: line.quantity - line.currentQuantity,
    unitMinorUnits,
    netMinorUnits: unitMinorUnits * BigInt(line.quantity) - discount,
  };
}
