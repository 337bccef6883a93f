import fc from "fast-check";
import type { Baskets } from "../behaviour/baskets.ts";
import { BasketsBuilder, boundMinor } from "../behaviour/baskets-builder.ts";
import { createWeekClock } from "../behaviour/week-clock.ts";
import { createCalendar } from "../calendar-day.ts";
import { judgeOrder } from "../counted-order.ts";
import type { Frame } from "../frame.ts";
import { FrameBuilder } from "../frame-builder.ts";
import { netMoney } from "../money/money-rules.ts";

/** For tests: one order of a shop, counted or not. */
export type OddOrder = {
  customer: number;
  atMs: number;
  totalMinor: number;
  refundedMinor: number;
  product: string | null;
};

export type OddShop = {
  customerCount: number;
  orders: OddOrder[];
  asOfDay: number;
  timeZone: string;
};

const dayMs = 86_400_000;
const asOfDay = 20_000;

/** Up to 60 customers, enough for the models, with up to three years of ordinary orders. */
const ordinary = {
  customer: fc.nat(59),
  atMs: fc.integer({ min: (asOfDay - 1000) * dayMs, max: asOfDay * dayMs }),
  totalMinor: fc.integer({ min: 1, max: 50_000 }),
  refundedMinor: fc.constant(0),
  product: fc.constantFrom("cup", "tea", "pot", null),
};

function shopsOf(
  differently: Partial<{ [Key in keyof OddOrder]: fc.Arbitrary<OddOrder[Key]> }>,
  customerCount = 60,
  timeZone: fc.Arbitrary<string> = fc.constant("UTC"),
): fc.Arbitrary<OddShop> {
  const order = fc.record<OddOrder>({ ...ordinary, ...differently });
  return fc
    .tuple(fc.array(order, { minLength: 1, maxLength: 250, size: "max" }), timeZone)
    .map(([orders, zone]) => ({ customerCount, orders, asOfDay, timeZone: zone }));
}

/** Clocks change within these days: spring and autumn in London, spring in São Paulo at midnight, a day left out in Samoa. */
const clockChanges = [
  Date.UTC(2024, 2, 31, 1),
  Date.UTC(2024, 9, 27, 1),
  Date.UTC(2018, 10, 4, 3),
  Date.UTC(2011, 11, 30, 10),
];

/** For tests: kinds of shops that nobody planned for. */
export const oddShops: Record<string, fc.Arbitrary<OddShop>> = {
  "no orders at all": fc.constant({ customerCount: 0, orders: [], asOfDay, timeZone: "UTC" }),
  "one customer": shopsOf({ customer: fc.constant(0) }, 1),
  "all on one day": shopsOf({
    atMs: fc.integer({ min: asOfDay * dayMs, max: asOfDay * dayMs + 9 }),
  }),
  "all on one day long ago": shopsOf({ atMs: fc.constant(5000 * dayMs) }),
  "all for one amount": shopsOf({ totalMinor: fc.constant(1999) }),
  "nothing, or less than nothing": shopsOf({
    totalMinor: fc.constantFrom(0, -1, -5000, 0, 1, 2000),
    refundedMinor: fc.constantFrom(0, 0, 5000, -100),
  }),
  "enormous amounts": shopsOf({
    totalMinor: fc.constantFrom(1, 100, 10 ** 9, 10 ** 12, 3 * 10 ** 13),
  }),
  "two in the same second": shopsOf({
    atMs: fc.constantFrom(...[1, 1, 40, 90, 200].map((days) => (asOfDay - days) * dayMs)),
    totalMinor: fc.constantFrom(1, 2, 3000),
  }),
  "everything given back": shopsOf({
    totalMinor: fc.constant(2500),
    refundedMinor: fc.constantFrom(2500, 2501, 10_000),
  }),
  "one order each": shopsOf({}).map((shop) => ({
    ...shop,
    orders: shop.orders.slice(0, 60).map((order, customer) => ({ ...order, customer })),
  })),
  "dated in the future": shopsOf({
    atMs: fc.integer({ min: (asOfDay - 50) * dayMs, max: (asOfDay + 4000) * dayMs }),
  }),
  "dated before 1970 and in far years": shopsOf({
    atMs: fc.constantFrom(Date.UTC(1901, 0, 1), -1, 0, Date.UTC(2024, 0, 1), Date.UTC(9999, 0, 1)),
  }),
  "around changes of clocks": shopsOf(
    {
      atMs: fc
        .tuple(fc.constantFrom(...clockChanges), fc.integer({ min: -3, max: 3 }))
        .map(([change, halfHours]) => change + halfHours * 1_800_000 - (halfHours % 2)),
    },
    60,
    fc.constantFrom("Europe/London", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu"),
  ),
};

/** For tests: what the app makes of the orders. */
export function readOddShop({ customerCount, orders, timeZone }: OddShop): {
  frame: Frame;
  baskets: Baskets;
} {
  const [dayOf, minuteOf] = [createCalendar(timeZone), createWeekClock(timeZone)];
  const frame = new FrameBuilder();
  const baskets = new BasketsBuilder();
  for (const { customer, atMs, totalMinor, refundedMinor, product } of orders) {
    const verdict = judgeOrder(
      { ...plain, totalMinor, refundedMinor, isCancelled: false, isTest: false, hasCustomer: true },
      netMoney,
    );
    if (verdict.kind === "not-counted") continue;
    const day = dayOf(atMs);
    frame.add(customer, day, atMs, verdict.netMinor);
    const facts = { type: product === "cup" ? "cups" : "food", vendor: "Acme", launchDay: null };
    const index = baskets.indexOfProduct(product, facts);
    baskets.addOrder(
      customer,
      {
        day,
        atMs,
        minuteOfWeek: minuteOf(atMs),
        netMinor: verdict.netMinor,
        grossMinor: boundMinor(totalMinor),
        discountMinor: 0,
        refundedMinor: boundMinor(refundedMinor),
        returnedUnits: 0,
        usedDiscount: false,
        country: "GB",
        channel: "web",
        source: null,
      },
      [
        {
          product: index,
          quantity: 1,
          netMinor: boundMinor(totalMinor),
          unitPriceMinor: boundMinor(totalMinor),
          returnedQuantity: 0,
        },
      ],
    );
  }
  return { frame: frame.build(customerCount), baskets: baskets.build(customerCount) };
}

const plain = {
  removedMinor: 0,
  taxMinor: 0,
  taxLeftMinor: 0,
  shippingMinor: 0,
  shippingLeftMinor: 0,
  shippingTaxMinor: 0,
  extrasMinor: 0,
  giftCardMinor: 0,
  giftCardLeftMinor: 0,
};
