import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BasketsBuilder } from "./baskets-builder.ts";
import { basketsOf, randomCustomers, randomOrders } from "./testing/plain-orders.ts";

describe("baskets", () => {
  test("are grouped by customer, then by day, lines beside their order", () => {
    const baskets = basketsOf(3, [
      { customer: 2, day: 30, country: "GB", lines: [{ product: "cup" }, { product: "tea" }] },
      { customer: 0, day: 20, lines: [{ product: "tea", quantity: 2 }] },
      { customer: 2, day: 10, discountMinor: 100, lines: [{ product: null }] },
    ]);
    expect(baskets.orderOffsets).toEqual(Uint32Array.of(0, 1, 1, 3));
    expect(baskets.orders.day).toEqual(Int32Array.of(20, 10, 30));
    expect(baskets.orders.lineOffsets).toEqual(Uint32Array.of(0, 1, 2, 4));
    expect(baskets.lines.product).toEqual(Int32Array.of(1, -1, 0, 1));
    expect(baskets.lines.quantity).toEqual(Uint32Array.of(2, 1, 1, 1));
    expect(baskets.orders.usedDiscount).toEqual(Uint8Array.of(0, 1, 0));
    expect(baskets.orders.grossMinor).toEqual(Float64Array.of(2000, 1000, 2000));
    expect(baskets.orders.country).toEqual(Int16Array.of(-1, -1, 0));
    expect(baskets.products.key).toEqual(["cup", "tea"]);
    expect(baskets.countries).toEqual(["GB"]);
  });

  test("know when a product was launched: as told, or at its first sale when that is earlier", () => {
    const { products } = basketsOf(1, [
      { customer: 0, day: 50, lines: [{ product: "told", launchDay: 40 }, { product: "sold" }] },
      { customer: 0, day: 45, lines: [{ product: "sold" }, { product: "late", launchDay: 60 }] },
    ]);
    expect(products.key).toEqual(["told", "sold", "late"]);
    expect(products.launchDay).toEqual(Int32Array.of(40, 45, 45));
  });

  test("keep every order and line, in whatever order they came", () => {
    fc.assert(
      fc.property(randomOrders, (orders) => {
        const baskets = basketsOf(randomCustomers, orders);
        const seen = [];
        for (let customer = 0; customer < randomCustomers; customer++) {
          const end = baskets.orderOffsets[customer + 1] ?? 0;
          for (let order = baskets.orderOffsets[customer] ?? 0; order < end; order++) {
            const from = baskets.orders.lineOffsets[order];
            const to = baskets.orders.lineOffsets[order + 1];
            const named = [...baskets.lines.product.subarray(from, to)];
            seen.push([customer, baskets.orders.day[order], named.map(nameOf)]);
          }
        }
        const sorted = [...orders].sort((a, b) => a.customer - b.customer || a.day - b.day);
        const given = sorted.map(({ customer, day, lines }) => [
          customer,
          day,
          lines.map((line) => line.product),
        ]);
        expect(seen).toEqual(given);

        function nameOf(product: number): string | null {
          return product < 0 ? null : (baskets.products.key[product] ?? null);
        }
      }),
      { numRuns: 100 },
    );
  });

  test("of nobody are empty", () => {
    const baskets = new BasketsBuilder().build(0);
    expect(baskets.orderOffsets).toEqual(Uint32Array.of(0));
    expect(baskets.orders.lineOffsets).toEqual(Uint32Array.of(0));
  });
});

describe("what is not a whole number is refused", () => {
  const order = {
    day: 1,
    atMs: 1,
    minuteOfWeek: 1,
    netMinor: 1,
    grossMinor: 1,
    discountMinor: 0,
    refundedMinor: 0,
    returnedUnits: 0,
    usedDiscount: false,
    country: null,
    channel: null,
    source: null,
  };
  const line = { product: -1, quantity: 1, netMinor: 1, unitPriceMinor: 1, returnedQuantity: 0 };

  test.each([
    ["a negative amount", { netMinor: -1 }],
    ["half a day", { day: 0.5 }],
    ["no instant", { atMs: NaN }],
    ["a minute after Sunday", { minuteOfWeek: 10_080 }],
    ["part of a minor unit", { discountMinor: 0.5 }],
  ])("%s of an order", (_, wrong) => {
    expect(() => new BasketsBuilder().addOrder(0, { ...order, ...wrong }, [])).toThrow(RangeError);
  });

  test.each([
    ["an unknown product", { product: 0 }],
    ["a negative quantity", { quantity: -1 }],
    ["more pieces than four bytes hold", { quantity: 2 ** 32 }],
    ["part of a minor unit", { unitPriceMinor: 0.5 }],
  ])("%s of a line", (_, wrong) => {
    const builder = new BasketsBuilder();
    expect(() => builder.addOrder(0, order, [{ ...line, ...wrong }])).toThrow(RangeError);
    expect(builder.build(0).orders.day).toHaveLength(0);
  });

  test("a customer beyond the count", () => {
    const builder = new BasketsBuilder();
    builder.addOrder(1, order, []);
    expect(() => builder.build(1)).toThrow("customer 1 of 1");
  });
});
