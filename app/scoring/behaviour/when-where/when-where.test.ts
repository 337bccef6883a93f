import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlainOrder } from "../testing/plain-orders.ts";
import { basketsOf, randomCustomers, shuffledOrders } from "../testing/plain-orders.ts";
import { profileHours } from "./hours.ts";
import { profilePlaces } from "./places.ts";
import { shareRangeOf } from "./share-range.ts";

const always = { fromDay: 0, asOfDay: 1000 };
const nobody = { labelOf: [], names: [] };

/** Orders of one customer each, in the tier core (0), base (1) or none. */
function tiered(...groups: [times: number, tier: number, facts: Partial<PlainOrder>][]) {
  const labelOf: number[] = [];
  const orders: PlainOrder[] = groups.flatMap(([times, tier, facts]) =>
    Array.from({ length: times }, () => ({
      customer: labelOf.push(tier) - 1,
      day: 100,
      lines: [{ product: "tea" }],
      ...facts,
    })),
  );
  return {
    baskets: basketsOf(labelOf.length, orders),
    labelling: { labelOf, names: ["core", "base"] },
  };
}

describe("a share", () => {
  test("10 of 20 is a half, and may be .299 to .701", () => {
    const { share, low, high } = shareRangeOf(10, 20);
    expect([share, low, high].map((value) => value.toFixed(3))).toEqual([
      "0.500",
      "0.299",
      "0.701",
    ]);
    expect(shareRangeOf(0, 0)).toEqual({ share: 0, low: 0, high: 1 });
  });

  test("lies in its range, which lies in 0 to 1, for any counts", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), (a, b) => {
        const { share, low, high } = shareRangeOf(Math.min(a, b), Math.max(a, b));
        expect(low).toBeGreaterThanOrEqual(0);
        expect(share).toBeGreaterThanOrEqual(low);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("places", () => {
  test("18 of 20 orders of a tier from GB, where 60 of 100 of all are, have an index of 150", () => {
    const { baskets, labelling } = tiered(
      [18, 0, { country: "GB" }],
      [2, 0, { country: "DE" }],
      [42, 1, { country: "GB" }],
      [30, 1, { country: "DE" }],
      [8, 9, { country: "FR" }],
    );
    const [all, core] = profilePlaces(baskets, "country", labelling, always);
    expect(all?.places.map(({ name, orders }) => [name, orders])).toEqual([
      ["GB", 60],
      ["DE", 32],
      ["FR", 8],
    ]);
    expect(all?.places[0]?.indexAgainstAll).toBe(100);
    expect(core).toMatchObject({ label: "core", orders: 20, customers: 20 });
    expect(core?.places[0]?.share.share).toBe(0.9);
    expect(core?.places[0]?.indexAgainstAll).toBeCloseTo(150, 10);
  });

  test("are not compared on fewer than 20 orders, and unknown ones are in no share", () => {
    const { baskets, labelling } = tiered(
      [19, 0, { channel: "pos" }],
      [5, 0, {}],
      [60, 1, { channel: "web" }],
    );
    const [, core] = profilePlaces(baskets, "channel", labelling, always);
    expect(core).toMatchObject({ orders: 24, unknownOrders: 5 });
    expect(core?.places).toMatchObject([
      { name: "pos", share: { share: 1 }, indexAgainstAll: null },
    ]);
  });

  test("count a customer once in each", () => {
    const orders = ["search", "search", "social"].map((source, index) => ({
      customer: 0,
      day: 100 + index,
      source,
      lines: [{ product: "tea" }],
    }));
    const [all] = profilePlaces(basketsOf(1, orders), "source", nobody, {
      fromDay: 101,
      asOfDay: 102,
    });
    expect(all).toMatchObject({ orders: 2, customers: 1 });
    expect(all?.places).toMatchObject([
      { name: "search", orders: 1, customers: 1, netMinor: 1000 },
      { name: "social", orders: 1, customers: 1, netMinor: 1000 },
    ]);
  });
});

describe("hours", () => {
  const evening = 3 * 1440 + 20 * 60;

  test("50 of 200 orders between 20:00 and 20:59 are a share of .25", () => {
    const { baskets, labelling } = tiered(
      [25, 0, { minuteOfWeek: evening }],
      [25, 0, { minuteOfWeek: evening + 59 }],
      ...[1, 2, 4, 5, 6].map((weekday): [number, number, Partial<PlainOrder>] => [
        30,
        0,
        { minuteOfWeek: weekday * 1440 + weekday * 60 },
      ]),
      [200, 1, { minuteOfWeek: 0 }],
    );
    const [all, core] = profileHours(baskets, labelling, always);
    expect(all?.orders).toBe(400);
    expect(core?.grid[3 * 24 + 20]).toBe(50);
    expect(core?.best).toMatchObject({
      kind: "best",
      hour: { at: 20, orders: 50, share: { share: 0.25 }, indexAgainstAll: 200 },
      weekday: { at: 3 },
      weekdayHour: { at: 3 * 24 + 20 },
    });
  });

  test("of fewer than 100 orders none is best, of equal ones the earlier is", () => {
    const few = tiered([99, 0, { minuteOfWeek: evening }]);
    expect(profileHours(few.baskets, few.labelling, always)[1]?.best).toEqual({
      kind: "too-few",
      needs: 100,
      has: 99,
    });
    const equal = tiered([50, 0, { minuteOfWeek: evening }], [50, 0, { minuteOfWeek: 60 }]);
    expect(profileHours(equal.baskets, equal.labelling, always)[1]?.best).toMatchObject({
      hour: { at: 1 },
      weekday: { at: 0 },
    });
  });
});

test("profiles add up, and do not depend on the order of orders", () => {
  const labelling = { labelOf: Uint8Array.of(0, 0, 1, 1, 2, 255, 2, 0), names: ["a", "b", "c"] };
  const period = { fromDay: 105, asOfDay: 150 };
  fc.assert(
    fc.property(shuffledOrders, ([orders, shuffled]) => {
      const of = (given: PlainOrder[]) => {
        const baskets = basketsOf(randomCustomers, given);
        return {
          countries: profilePlaces(baskets, "country", labelling, period),
          channels: profilePlaces(baskets, "channel", labelling, period),
          hours: profileHours(baskets, labelling, period),
        };
      };
      const profiles = of(orders);
      expect(of(shuffled)).toEqual(profiles);
      const inPeriod = orders.filter(({ day }) => day >= 105 && day <= 150);
      const labelled = inPeriod.filter(({ customer }) => customer !== 5);
      for (const [all, ...parts] of Object.values(profiles)) {
        expect(all?.orders).toBe(inPeriod.length);
        expect(parts.reduce((sum, part) => sum + part.orders, 0)).toBe(labelled.length);
      }
    }),
    { numRuns: 100 },
  );
});
