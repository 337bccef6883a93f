import { describe, expect, test } from "vitest";
import type { Frame } from "../frame.ts";
import { FrameBuilder } from "../frame-builder.ts";
import { isClearlyNearer } from "./back-test/clearly-nearer.ts";
import { fitOutlook } from "./fit-outlook.ts";
import type { Outlook } from "./foresee.ts";
import { foresee } from "./foresee.ts";

interface PlainOrder {
  customer: number;
  day: number;
  netMinor: number;
}

const settings = { industry: "general" } as const;
const asOfDay = 500;
const dayMs = 86_400_000;

/** Every customer with a pace and a lifetime of their own, spread evenly and without chance. */
function ordersOfShop(customers: number): PlainOrder[] {
  return Array.from({ length: customers }, (_, customer) => {
    const firstDay = (customer * 37) % 400;
    const gapDays = 15 + ((customer * 29) % 90);
    const orders = customer % 3 === 0 ? 1 : 2 + ((customer * 7) % 6);
    return Array.from({ length: orders }, (_, index) => ({
      customer,
      day: firstDay + Math.round(index * gapDays * (1 + ((customer + index) % 3) / 3)),
      netMinor: 1000 + ((customer * 53 + index * 17) % 40) * 100,
    }));
  }).flat();
}

function frameOf(orders: readonly PlainOrder[], customers: number): Frame {
  const builder = new FrameBuilder();
  for (const { customer, day, netMinor } of orders)
    builder.add(customer, day, day * dayMs, netMinor);
  return builder.build(customers);
}

function outlookOf(orders: readonly PlainOrder[], customers: number, day = asOfDay) {
  const frame = frameOf(orders, customers);
  const base = fitOutlook(frame, day, settings);
  if (base.kind !== "fitted") throw new Error("the shop of this test has enough history");
  return { base, outlook: foresee(base, frame, day) };
}

function columnsOf(outlook: Outlook): Float64Array[] {
  const { pBuy90d, pBuy180d, expectedOrders365d, expectedSpend365dMinor } = outlook;
  return [pBuy90d, pBuy180d, expectedOrders365d, expectedSpend365dMinor];
}

function expectNear(one: Float64Array, other: Float64Array, factor = 1): void {
  for (const [row, value] of one.entries())
    expect(Math.abs(value * factor - (other[row] ?? NaN))).toBeLessThanOrEqual(
      1e-5 * Math.abs(value * factor) + 1e-9,
    );
}

describe("what a shop can expect", () => {
  const customers = 150;
  const orders = ordersOfShop(customers);
  const { base, outlook } = outlookOf(orders, customers);

  test("is finite, bounded, and never fewer orders than the chance of one", () => {
    expect(outlook.customers.length).toBe(customers);
    for (const row of outlook.customers.keys()) {
      const [in90 = NaN, in180 = NaN, count = NaN, spend = NaN] = columnsOf(outlook).map(
        (column) => column[row],
      );
      expect(in90).toBeGreaterThanOrEqual(0);
      expect(in180).toBeGreaterThanOrEqual(in90);
      expect(in180).toBeLessThanOrEqual(1);
      expect(count).toBeGreaterThanOrEqual(in180 * (1 - 1e-12));
      expect(Number.isFinite(count) && Number.isFinite(spend) && spend >= 0).toBe(true);
    }
  });

  test("has been tested on its own past", () => {
    expect(base.backTest).toMatchObject({ kind: "tested", horizonDays: 166, cutDay: 334 });
    if (base.backTest.kind !== "tested") return;
    const { purchases, chances, buyers, customers: known } = base.backTest;
    const errorOf = (rule: string) =>
      purchases.scores.find((score) => score.rule === rule)?.meanAbsoluteError ?? NaN;
    expect(buyers).toBeGreaterThan(0);
    expect(buyers).toBeLessThan(known);
    expect(errorOf(purchases.chosen)).toBeLessThanOrEqual(errorOf("mbg-nbd"));
    expect(chances.rightAbout).toBeLessThanOrEqual(known);
    expect(chances.bins.reduce((sum, bin) => sum + bin.customers, 0)).toBe(known);
  });

  test("does not depend on the order of the orders", () => {
    const { outlook: turned } = outlookOf(orders.toReversed(), customers);
    expect(columnsOf(turned)).toEqual(columnsOf(outlook));
    expect(turned.nextOrderDay).toEqual(outlook.nextOrderDay);
  });

  test("does not depend on the calendar", () => {
    const later = orders.map((order) => ({ ...order, day: order.day + 10_000 }));
    const { outlook: moved } = outlookOf(later, customers, asOfDay + 10_000);
    expect(columnsOf(moved)).toEqual(columnsOf(outlook));
  });

  test("scales with money, which changes nothing else", () => {
    const dearer = orders.map((order) => ({ ...order, netMinor: order.netMinor * 1000 }));
    const { outlook: scaled } = outlookOf(dearer, customers);
    expect(scaled.pBuy180d).toEqual(outlook.pBuy180d);
    expect(scaled.expectedOrders365d).toEqual(outlook.expectedOrders365d);
    expectNear(outlook.expectedSpend365dMinor, scaled.expectedSpend365dMinor, 1000);
  });

  test("knows nothing of what comes after the day it is asked on", () => {
    const future = { customer: 0, day: asOfDay + 1, netMinor: 99_999 };
    const { outlook: same } = outlookOf([...orders, future], customers);
    expect(columnsOf(same)).toEqual(columnsOf(outlook));
  });

  test("names no day that is in no calendar", () => {
    const slow = { kind: "mbg-nbd", r: 0.01, alpha: 1, a: 1e-6, b: 1 } as const;
    const { "mbg-nbd": fitted, ...others } = base.models.orders;
    const orderModels = { ...others, "mbg-nbd": { ...fitted, model: slow } };
    const { nextOrderDay, pBuy90d } = foresee(
      {
        ...base,
        models: { ...base.models, orders: orderModels },
        chosen: { ...base.chosen, chances: "mbg-nbd" },
      },
      frameOf([{ customer: 0, day: 0, netMinor: 500 }], 1),
      asOfDay,
    );
    expect(pBuy90d[0]).toBeLessThan(0.01);
    expect([...nextOrderDay]).toEqual([NaN]);
  });

  test("is less for who has been silent for longer", () => {
    const two = (customer: number, last: number) =>
      [0, last].map((day) => ({ customer, day, netMinor: 2000 }));
    const { outlook: pair } = outlookOf([...orders, ...two(150, 200), ...two(151, 480)], 152);
    expect(pair.pBuy90d[150]).toBeLessThan(pair.pBuy90d[151] ?? 0);
    expect(pair.expectedOrders365d[150]).toBeLessThan(pair.expectedOrders365d[151] ?? 0);
  });
});

describe("too little history", () => {
  test("names what is missing", () => {
    expect(fitOutlook(frameOf([], 0), asOfDay, settings)).toEqual({
      kind: "not-enough-history",
      missing: { customers: 30, returningCustomers: 5, observedTime: 30 },
    });
    const few = fitOutlook(frameOf(ordersOfShop(12), 12), asOfDay, settings);
    expect(few).toMatchObject({ kind: "not-enough-history", missing: { customers: 18 } });
  });

  test("customers who never came back are not enough, however many", () => {
    const once = Array.from({ length: 200 }, (_, customer) => ({
      customer,
      day: customer,
      netMinor: 500,
    }));
    expect(fitOutlook(frameOf(once, 200), asOfDay, settings)).toEqual({
      kind: "not-enough-history",
      missing: { returningCustomers: 5 },
    });
  });

  test("a past too short to test is foreseen by the models that are right elsewhere", () => {
    const quick = Array.from({ length: 60 }, (_, customer) =>
      [0, 5 + (customer % 20)].map((day) => ({ customer, day, netMinor: 700 + customer })),
    ).flat();
    const { base, outlook } = outlookOf(quick, 60, 60);
    expect(base.backTest.kind).toBe("not-enough-history");
    expect(base.chosen).toEqual({
      purchases: "mbg-cnbd-k",
      chances: "mbg-cnbd-k",
      spend: "gamma-gamma-all",
    });
    for (const column of columnsOf(outlook)) expect(column.every(Number.isFinite)).toBe(true);
  });
});

describe("clearly nearer", () => {
  test("takes more than two standard errors", () => {
    expect(isClearlyNearer([0, 0, 1], [1, 1, 1], [0, 0, 0])).toBe(false);
    expect(isClearlyNearer([0, 0, 0, 1], [1, 1, 1, 1], [0, 0, 0, 0])).toBe(true);
    expect(isClearlyNearer([1, 1, 1, 1], [0, 0, 0, 1], [0, 0, 0, 0])).toBe(false);
    expect(isClearlyNearer([1], [2], [1])).toBe(false);
    expect(isClearlyNearer([], [], [])).toBe(false);
  });
});
