import { describe, expect, test } from "vitest";
import type { World } from "../world/world.ts";
import { buildSampleShop } from "./build-sample-shop.ts";

const SHOP = {
  name: "Shop",
  domain: "shop.myshopify.com",
  email: "",
  countryCode: "GB",
  plan: "standard",
} as const;

function build(customers: number, seed = 1, asOf = "2026-11-22"): World {
  return buildSampleShop({ seed, customers, asOf, shop: SHOP });
}

function shareOf<Item>(items: Iterable<Item>, test: (item: Item) => boolean): number {
  const all = [...items];
  return all.filter(test).length / all.length;
}

describe("the default sample shop", () => {
  const world = build(4_200);
  const orders = [...world.orders.values()];
  const customers = [...world.customers.values()];

  test("is large enough and lies in the two years before its date", () => {
    expect(customers.length).toBeGreaterThanOrEqual(4_000);
    expect(orders.length).toBeGreaterThanOrEqual(8_000);
    const nowMs = world.clock.nowMs();
    expect(orders.every((order) => order.createdAtMs <= nowMs && order.updatedAtMs <= nowMs)).toBe(
      true,
    );
    expect(orders.every((order) => order.createdAtMs > nowMs - 731 * 86_400_000)).toBe(true);
  });

  test("most customers bought once, some often, a few never", () => {
    expect(shareOf(customers, (customer) => customer.orders.length === 1)).toBeGreaterThan(0.45);
    expect(shareOf(customers, (customer) => customer.orders.length >= 4)).toBeGreaterThan(0.1);
    expect(shareOf(customers, (customer) => customer.orders.length === 0)).toBeGreaterThan(0.03);
  });

  test("some of those who bought often have stopped", () => {
    const often = customers.filter((customer) => customer.orders.length >= 5);
    const lastMsOf = (customer: (typeof often)[number]) => customer.orders.at(-1)?.createdAtMs ?? 0;
    expect(
      shareOf(often, (customer) => world.clock.nowMs() - lastMsOf(customer) > 150 * 86_400_000),
    ).toBeGreaterThan(0.1);
  });

  test("holds guests, refunds in full and in part, cancellations, test orders, discount codes and own tags", () => {
    for (const [least, isOne] of [
      [100, (order: (typeof orders)[number]) => order.customer === null],
      [100, (order: (typeof orders)[number]) => order.financialStatus === "refunded"],
      [100, (order: (typeof orders)[number]) => order.financialStatus === "partially_refunded"],
      [50, (order: (typeof orders)[number]) => order.cancelledAtMs !== null],
      [2, (order: (typeof orders)[number]) => order.test],
      [500, (order: (typeof orders)[number]) => order.discountCodes.length > 0],
    ] as const) {
      expect(orders.filter(isOne).length).toBeGreaterThanOrEqual(least);
    }
    for (const tag of ["VIP-2024", "wholesale", "newsletter"]) {
      expect(customers.some((customer) => customer.tags.includes(tag))).toBe(true);
    }
    expect(new Set(customers.map((customer) => customer.countryCode)).size).toBeGreaterThan(4);
    expect(
      new Set([...world.products.values()].map((product) => product.productType)).size,
    ).toBeGreaterThan(5);
  });

  test("orders add up: goods less discount plus shipping, refunds no more than that", () => {
    for (const order of orders) {
      const goodsMinor = order.lineItems.reduce(
        (sum, line) => sum + line.quantity * line.unitPriceMinor,
        0,
      );
      expect(order.subtotalMinor).toBe(goodsMinor - order.discountMinor);
      expect(order.totalMinor).toBe(order.subtotalMinor + order.shippingMinor);
      expect(
        order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0),
      ).toBeLessThanOrEqual(order.totalMinor);
    }
  });

  test("holds other currencies, gift cards, edits, refunds of an amount alone, and the discounts behind the codes", () => {
    const shareWith = (isOne: (order: (typeof orders)[number]) => boolean) =>
      shareOf(orders, isOne);
    expect(shareWith(({ rare }) => rare?.presentment !== undefined)).toBeGreaterThan(0.1);
    expect(
      shareWith(({ lineItems }) => lineItems.some(({ product }) => product.isGiftCard === true)),
    ).toBeGreaterThan(0.002);
    expect(shareWith(({ rare }) => rare?.isEdited === true)).toBeGreaterThan(0.001);
    expect(
      shareWith(
        ({ refunds, financialStatus }) =>
          financialStatus === "partially_refunded" && refunds[0]?.lines.length === 0,
      ),
    ).toBeGreaterThan(0.005);
    const discounts = [...world.discounts.values()];
    expect(discounts.map(({ title }) => title)).toEqual(["WELCOME10", "SPRING15", "GIFT20"]);
    expect(discounts.reduce((sum, { usageCount }) => sum + usageCount, 0)).toBe(
      orders.filter((order) => order.discountCodes.length > 0).length,
    );
  });

  test("order numbers and ids follow time", () => {
    const moments = orders.map((order) => order.createdAtMs);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(orders[0]?.name).toBe("#1001");
  });
});

test("the same seed, size and date give the same shop, another seed another", () => {
  const fingerprint = (world: World) =>
    JSON.stringify(
      [...world.orders.values()].map(({ id, totalMinor, createdAtMs, customer }) => [
        id,
        totalMinor,
        createdAtMs,
        customer?.email,
      ]),
    );
  expect(fingerprint(build(200))).toBe(fingerprint(build(200)));
  expect(fingerprint(build(200))).not.toBe(fingerprint(build(200, 2)));
});

test.each([0, 1, 5])(
  "a shop of %i customers works, and shows a buyer as soon as there is one",
  (customers) => {
    const world = build(customers);
    expect(world.customers.size).toBe(customers);
    expect(world.orders.size > 0).toBe(customers > 0);
  },
);
