import { readBaskets, type BasketLineRow, type BasketOrderRow } from "../../persistence/baskets.ts";
import type { CustomerRows } from "../../persistence/customer-rows.ts";
import type { PrismaClient, Transaction } from "../../persistence/database.ts";
import type { Shop } from "../../persistence/shops.ts";
import {
  BasketsBuilder,
  boundMinor,
  createCalendar,
  createWeekClock,
  judgeOrder,
  type BasketLine,
  type Baskets,
  type MoneyRules,
} from "../../scoring/index.ts";

/** What counted orders had in them, by the rows of `customers`. `customerIds`: null = everybody's. */
export async function readBaseBaskets(
  db: PrismaClient,
  tx: Transaction,
  { shop, timeZone }: Shop,
  customerIds: readonly bigint[] | null,
  customers: CustomerRows,
  rules: MoneyRules,
): Promise<Baskets> {
  const dayOf = createCalendar(timeZone);
  const minuteOfWeek = createWeekClock(timeZone);
  const builder = new BasketsBuilder();
  await readBaskets(db, tx, shop, customerIds, customers, (order, lines) => {
    const verdict = judgeOrder({ hasCustomer: true, ...order, ...giftCardsIn(lines) }, rules);
    if (verdict.kind === "not-counted") return;
    const atMs = order.processedAtMs;
    const facts = {
      day: dayOf(atMs),
      atMs,
      minuteOfWeek: minuteOfWeek(atMs),
      netMinor: verdict.netMinor,
      grossMinor: boundMinor(grossOf(order, lines)),
      discountMinor: boundMinor(order.discountMinor),
      refundedMinor: boundMinor(order.refundedMinor),
      returnedUnits: lines.reduce((sum, { returnedQuantity }) => sum + returnedQuantity, 0),
      usedDiscount: order.usedDiscount,
      country: order.countryCode,
      channel: order.channel,
      source: order.source,
    };
    builder.addOrder(
      order.customerRow,
      facts,
      lines.map((line) => lineOf(builder, line)),
    );
  });
  return builder.build(customers.count);
}

function giftCardsIn(lines: readonly BasketLineRow[]) {
  let giftCardMinor = 0;
  let giftCardLeftMinor = 0;
  for (const { isGiftCard, netMinor, quantity, returnedQuantity } of lines) {
    if (!isGiftCard) continue;
    giftCardMinor += netMinor;
    giftCardLeftMinor += Math.trunc(
      (netMinor * (quantity - returnedQuantity)) / Math.max(quantity, 1),
    );
  }
  return { giftCardMinor, giftCardLeftMinor };
}

/** Of an order without lines it is not known what part of the total was for goods. */
function grossOf(order: BasketOrderRow, lines: readonly BasketLineRow[]): number {
  if (lines.length === 0) return order.totalMinor + order.discountMinor;
  return lines.reduce((sum, { unitMinor, quantity }) => sum + unitMinor * quantity, 0);
}

function lineOf(builder: BasketsBuilder, line: BasketLineRow): BasketLine {
  const { productId, productType, vendor } = line;
  return {
    product: builder.indexOfProduct(productId, { type: productType, vendor, launchDay: null }),
    quantity: line.quantity,
    netMinor: boundMinor(line.netMinor),
    unitPriceMinor: boundMinor(line.unitMinor),
    returnedQuantity: Math.max(0, line.returnedQuantity),
  };
}
