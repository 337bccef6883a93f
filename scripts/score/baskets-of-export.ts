import type { BasketLine, BasketOrder, Baskets, MoneyRules } from "../../app/scoring/index.ts";
import {
  BasketsBuilder,
  boundMinor,
  createCalendar,
  createWeekClock,
} from "../../app/scoring/index.ts";
import type { ExportedLineItem, ExportedOrder } from "../../order-export/exported-order.ts";
import { countedNetMinor } from "./counted-net.ts";

/** Four bytes hold a quantity. */
const mostPieces = 0xffffffff;

/**
 * What the counted orders of an export had in them. `customers`: e-mail addresses, as in `ExportHistory`; an address's
 * place is the customer's index. A product is its SKU, or its name where it has none. The file has no product types,
 * no launch days, and of returns only their amount; the source of an order serves as its channel too.
 */
export function basketsOfExport(
  orders: Iterable<ExportedOrder>,
  customers: readonly string[],
  timeZone: string,
  rules: MoneyRules,
): Baskets {
  const builder = new BasketsBuilder();
  const indexByEmail = new Map(customers.map((email, index) => [email, index]));
  const dayOf = createCalendar(timeZone);
  const minuteOfWeek = createWeekClock(timeZone);
  for (const order of orders) {
    const customer = indexByEmail.get(order.customerEmail);
    const netMinor = countedNetMinor(order, rules);
    if (customer === undefined || netMinor === null) continue;
    const facts: BasketOrder = {
      day: dayOf(order.createdAtMs),
      atMs: order.createdAtMs,
      minuteOfWeek: minuteOfWeek(order.createdAtMs),
      netMinor,
      ...discountOf(order),
      refundedMinor: order.refundedMinor,
      returnedUnits: 0,
      country: order.countryCode,
      channel: order.source,
      source: order.source,
    };
    builder.addOrder(
      customer,
      facts,
      order.lineItems.map((line) => lineOf(builder, line)),
    );
  }
  return builder.build(customers.length);
}

/** Without lines, the list price of the goods is what they came to and what was taken off. */
function discountOf(order: ExportedOrder) {
  const { lineItems, subtotalMinor, discountMinor, discountCode } = order;
  const listMinor = lineItems.reduce((sum, line) => sum + line.quantity * line.priceMinor, 0);
  return {
    grossMinor: boundMinor(lineItems.length > 0 ? listMinor : subtotalMinor + discountMinor),
    discountMinor,
    usedDiscount: discountMinor > 0 || discountCode !== "",
  };
}

function lineOf(builder: BasketsBuilder, line: ExportedLineItem): BasketLine {
  const product = builder.indexOfProduct(line.sku === "" ? line.name : line.sku, {
    type: null,
    vendor: line.vendor,
    launchDay: null,
  });
  return {
    product,
    quantity: Math.min(line.quantity, mostPieces),
    netMinor: boundMinor(line.quantity * line.priceMinor - line.discountMinor),
    unitPriceMinor: line.priceMinor,
    returnedQuantity: 0,
  };
}
