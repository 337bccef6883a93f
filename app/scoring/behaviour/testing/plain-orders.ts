import fc from "fast-check";
import type { Baskets } from "../baskets.ts";
import { BasketsBuilder } from "../baskets-builder.ts";

/** For tests: one line; products are named, 10.00 a piece unless said otherwise. */
export type PlainLine = {
  product: string | null;
  type?: string;
  vendor?: string;
  launchDay?: number;
  quantity?: number;
  unitPriceMinor?: number;
  netMinor?: number;
  returned?: number;
};

/** For tests: one order at noon; amounts follow from its lines and `discountMinor`. */
export type PlainOrder = {
  customer: number;
  day: number;
  minuteOfWeek?: number;
  discountMinor?: number;
  country?: string;
  channel?: string;
  source?: string;
  lines: PlainLine[];
};

/** For tests: the columns of orders written plainly. */
export function basketsOf(customerCount: number, orders: readonly PlainOrder[]): Baskets {
  const builder = new BasketsBuilder();
  for (const order of orders) {
    const lines = order.lines.map((line) => {
      const { product, quantity = 1, unitPriceMinor = 1000 } = line;
      return {
        product: builder.indexOfProduct(product, {
          type: line.type ?? null,
          vendor: line.vendor ?? null,
          launchDay: line.launchDay ?? null,
        }),
        quantity,
        unitPriceMinor,
        netMinor: line.netMinor ?? quantity * unitPriceMinor,
        returnedQuantity: line.returned ?? 0,
      };
    });
    const grossMinor = lines.reduce((sum, line) => sum + line.quantity * line.unitPriceMinor, 0);
    const { discountMinor = 0 } = order;
    builder.addOrder(
      order.customer,
      {
        day: order.day,
        atMs: (order.day + 0.5) * 86_400_000,
        minuteOfWeek: order.minuteOfWeek ?? 720,
        netMinor: Math.max(0, grossMinor - discountMinor),
        grossMinor,
        discountMinor,
        refundedMinor: 0,
        returnedUnits: lines.reduce((sum, line) => sum + line.returnedQuantity, 0),
        usedDiscount: discountMinor > 0,
        country: order.country ?? null,
        channel: order.channel ?? null,
        source: order.source ?? null,
      },
      lines,
    );
  }
  return builder.build(customerCount);
}

/** For tests: how many customers `randomOrders` may name. */
export const randomCustomers = 8;

const products = ["a", "b", "c", "d", "e", null];

/** For tests: up to 40 orders of 8 customers on 60 days, of six products, so that repeats and ties are the rule. */
export const randomOrders: fc.Arbitrary<PlainOrder[]> = fc.array(
  fc.record({
    customer: fc.nat(randomCustomers - 1),
    day: fc.integer({ min: 100, max: 160 }),
    minuteOfWeek: fc.nat(10_079),
    discountMinor: fc.constantFrom(0, 0, 100, 450),
    country: fc.constantFrom("GB", "DE", "FR", ""),
    channel: fc.constantFrom("web", "pos", ""),
    source: fc.constantFrom("search", "social", ""),
    lines: fc
      .array(
        fc.record({
          product: fc.constantFrom(...products),
          quantity: fc.integer({ min: 1, max: 3 }),
          unitPriceMinor: fc.constantFrom(500, 1000, 2500),
          returned: fc.constantFrom(0, 0, 1),
        }),
        { maxLength: 4 },
      )
      .map((lines) =>
        lines.map((line) => ({
          ...line,
          ...(line.product === null
            ? {}
            : { type: typeOf(line.product), vendor: vendorOf(line.product) }),
        })),
      ),
  }),
  { maxLength: 40 },
);

/** For tests: orders and the same ones in another order. */
export const shuffledOrders: fc.Arbitrary<[PlainOrder[], PlainOrder[]]> = randomOrders.chain(
  (orders) =>
    fc.tuple(
      fc.constant(orders),
      fc.shuffledSubarray(orders, { minLength: orders.length, maxLength: orders.length }),
    ),
);

function typeOf(product: string): string {
  return product < "c" ? "tea" : "cups";
}

function vendorOf(product: string): string {
  return product < "d" ? "Acme" : "Bolt";
}
