import { addProduct } from "../world/add-product.ts";
import type { NewOrder } from "../world/add-order.ts";
import type { LineItem } from "../world/order.ts";
import type { World } from "../world/world.ts";
import { customerOf, mugOf, orderOf, refundOf } from "./scenario-parts.ts";

const DAYS_AGO = 10;

/**
 * Customers 1 to 13 with one order each of ten-pound mugs, each an own case of what an order may come to, and a guest.
 * The tests that use it say what each is worth.
 */
export function fillWithMoneyCases(world: World): void {
  const mugs = (quantity: number, taxMinor = 0): LineItem[] => [
    {
      product: mugOf(world),
      quantity,
      unitPriceMinor: 1000,
      discountMinor: 0,
      ...(taxMinor > 0 && {
        rare: { taxLines: [{ title: "VAT", rate: 0.2, amountMinor: taxMinor }] },
      }),
    },
  ];
  const shippingTaxLines = [{ title: "VAT", rate: 0.2, amountMinor: 100 }];
  /** 60.00 of mugs and 6.00 of shipping, 10.00 and 1.00 of it tax. */
  const taxed: Partial<NewOrder> = {
    lineItems: mugs(6, 1000),
    shippingMinor: 600,
    taxMinor: 1100,
    totalMinor: 6600,
    rare: { shippingTaxLines },
  };
  const giftCard = addProduct(world, {
    title: "Gift card",
    sku: "GIFT",
    vendor: "Us",
    productType: "Gift card",
    priceMinor: 2500,
    isGiftCard: true,
  });
  const returned = { lineItemIndex: 0, quantity: 2, subtotalMinor: 2000, taxMinor: 333 };
  const cases: [mugs: number, more: Partial<NewOrder>][] = [
    [3, {}],
    // Taxes on top: 50.00 of mugs, 5.00 of shipping, 10.00 and 1.00 of tax.
    [
      5,
      {
        lineItems: mugs(5, 1000),
        shippingMinor: 500,
        taxMinor: 1100,
        totalMinor: 6600,
        rare: { isTaxAdded: true, shippingTaxLines },
      },
    ],
    [6, taxed],
    // Two mugs came back.
    [6, { ...taxed, refunds: [{ ...refundOf(world, 2000, 5), lines: [returned] }] }],
    // 15.00 given back for the trouble.
    [6, { ...taxed, refunds: [refundOf(world, 1500, 5)] }],
    // Given back more than it came to.
    [2, { refunds: [refundOf(world, 2500, 5)] }],
    // One of four mugs taken off by an edit, and its money still owed.
    [
      4,
      {
        lineItems: mugs(4).map((line) => ({ ...line, rare: { removedQuantity: 1 } })),
        rare: { isEdited: true },
      },
    ],
    // Cancelled, and 5.00 kept.
    [
      2,
      {
        cancelledAtMs: world.clock.nowMs() - 5 * 86_400_000,
        refunds: [refundOf(world, 1500, 5)],
      },
    ],
    [1, { test: true }],
    [
      1,
      {
        lineItems: [
          ...mugs(1),
          { product: giftCard, quantity: 1, unitPriceMinor: 2500, discountMinor: 0 },
        ],
        subtotalMinor: 3500,
        totalMinor: 3500,
      },
    ],
    [3, { rare: { presentment: { currencyCode: "JPY", rate: 190 } } }],
    // 3.00 of tip on top.
    [2, { totalMinor: 2300, rare: { tipMinor: 300 } }],
    // The shipping given back.
    [6, { ...taxed, refunds: [{ ...refundOf(world, 600, 5), shippingMinor: 600 }] }],
  ];
  for (const [index, [quantity, more]] of cases.entries())
    orderOf(world, customerOf(world, index + 1), DAYS_AGO, quantity, more);
  orderOf(world, null, DAYS_AGO, 1);
}
