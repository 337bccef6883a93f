import { describe, expect, test } from "vitest";
import { indexVendors, judgeBrandLoyal } from "./brand-loyal.ts";
import { judgeBundleBuyer } from "./bundle-buyer.ts";
import { clearlyAbove, confidenceOf } from "./evidence.ts";
import type { Novelty } from "./novelty-seeker.ts";
import { judgeNoveltySeeker } from "./novelty-seeker.ts";
import { judgePriceSensitive } from "./price-sensitive.ts";
import { judgeQualityOriented } from "./quality-oriented.ts";

test("3 of 3 where the base does it half the time has a confidence of .875", () => {
  expect(confidenceOf({ successes: 3, trials: 3, baseShare: 0.5 })).toBeCloseTo(0.875, 14);
});

test.each([
  [0.1, 0.2],
  [0.5, 0.75],
  [0.8, 0.9],
])("clearly above %d is %d", (base, above) => {
  expect(clearlyAbove(base)).toBeCloseTo(above, 12);
});

describe("price-sensitive", () => {
  const base = {
    orders: 1000,
    discountedOrders: 100,
    grossMinor: 5_000_000,
    discountedGrossMinor: 500_000,
  };
  const use = (orders: number, discountedOrders: number) => ({
    orders,
    discountedOrders,
    grossMinor: orders * 1000,
    discountedGrossMinor: discountedOrders * 1000,
  });

  test("3 of 3 orders, where a tenth has a discount, are no chance", () => {
    expect(judgePriceSensitive(use(3, 3), base)).toEqual({
      kind: "shown",
      trait: "price-sensitive",
      confidence: expect.closeTo(0.999, 12) as number,
      evidence: {
        trait: "price-sensitive",
        orders: 3,
        discountedOrders: 3,
        baseOrderShare: 0.1,
        spendShare: 1,
        baseSpendShare: 0.1,
      },
    });
  });

  test("1 of 3 may be one", () => {
    const judged = judgePriceSensitive(use(3, 1), base);
    expect(judged).toMatchObject({
      kind: "not-shown",
      confidence: expect.closeTo(0.729, 12) as number,
    });
  });

  test("two orders are too few, whatever they are", () => {
    expect(judgePriceSensitive(use(2, 2), base)).toEqual({
      kind: "not-enough-history",
      trait: "price-sensitive",
      missing: { what: "orders", needs: 3, has: 2 },
    });
  });

  test("many small discounted orders beside large ones at full price do not show it", () => {
    const mixed = {
      orders: 10,
      discountedOrders: 5,
      grossMinor: 100_000,
      discountedGrossMinor: 5_000,
    };
    expect(judgePriceSensitive(mixed, base).kind).toBe("not-shown");
  });

  test("where nobody or everybody has a discount it shows for nobody", () => {
    const none = { ...base, discountedOrders: 0, discountedGrossMinor: 0 };
    expect(judgePriceSensitive(use(9, 0), none).kind).toBe("not-shown");
    const all = { ...base, discountedOrders: 1000, discountedGrossMinor: 5_000_000 };
    expect(judgePriceSensitive(use(9, 9), all).kind).toBe("not-shown");
  });
});

describe("novelty-seeker", () => {
  const base = {
    seen: [100, 100, 100],
    firstTime: [50, 50, 50],
    datedPurchases: 200,
    early: 10,
    datedFromDay: 100,
  };
  const novelty = (seen: number, firstTime: number, early: number): Novelty => ({
    visits: 4,
    seen: [0, seen],
    firstTime: [0, firstTime],
    datedPurchases: 10,
    early,
  });

  test("8 first purchases of 8, where half are, are no chance", () => {
    const judged = judgeNoveltySeeker(novelty(8, 8, 0), base);
    expect(judged).toMatchObject({
      kind: "shown",
      confidence: expect.closeTo(1 - 2 * 0.5 ** 8, 12) as number,
      evidence: { firstTimeShare: 1, baseFirstTimeShare: 0.5 },
    });
  });

  test("4 purchases of 10 within a month of the launch, where a twentieth is, are none either", () => {
    expect(judgeNoveltySeeker(novelty(8, 4, 4), base)).toMatchObject({
      kind: "shown",
      evidence: { early: 4, earlyShare: 0.4, baseEarlyShare: 0.05 },
    });
    expect(judgeNoveltySeeker(novelty(8, 4, 1), base).kind).toBe("not-shown");
  });

  test("is judged by customers who had as many products", () => {
    const saturating = { ...base, firstTime: [100, 90, 10] };
    const few = { ...novelty(8, 8, 0), seen: [8], firstTime: [8] };
    expect(judgeNoveltySeeker(few, saturating).kind).toBe("not-shown");
    const many = { ...novelty(8, 8, 0), seen: [0, 0, 8], firstTime: [0, 0, 8] };
    expect(judgeNoveltySeeker(many, saturating).kind).toBe("shown");
  });

  test("needs three visits and five purchases after the first", () => {
    expect(judgeNoveltySeeker({ ...novelty(8, 8, 0), visits: 2 }, base)).toMatchObject({
      missing: { what: "visits", needs: 3, has: 2 },
    });
    expect(judgeNoveltySeeker(novelty(4, 4, 0), base)).toMatchObject({
      missing: { what: "purchases", needs: 5, has: 4 },
    });
  });
});

describe("bundle-buyer", () => {
  const base = { visits: 100, bundles: 30, products: 150, together: 80, bundleSize: 2 };

  test("4 bundles in 4 visits, where 30 % are, are no chance", () => {
    const bundling = { visits: 4, bundles: 4, products: 12, together: 12 };
    expect(judgeBundleBuyer(bundling, base)).toMatchObject({
      kind: "shown",
      confidence: expect.closeTo(1 - 0.3 ** 4, 12) as number,
      evidence: { productsPerVisit: 3, baseProductsPerVisit: 1.5, togetherShare: 1 },
    });
  });

  test("2 of 4 may be, and two visits are too few", () => {
    const bundling = { visits: 4, bundles: 2, products: 6, together: 4 };
    expect(judgeBundleBuyer(bundling, base).kind).toBe("not-shown");
    expect(judgeBundleBuyer({ ...bundling, visits: 2 }, base).kind).toBe("not-enough-history");
  });
});

describe("quality-oriented", () => {
  const base = {
    lines: 1000,
    dear: 300,
    pieces: 1000,
    returned: 50,
    comparedWithin: "product-type" as const,
    dearAboveMinor: [],
  };
  const dearest = { lines: 6, dear: 6, pieces: 6, returned: 0 };

  test("6 of 6 lines from the dearest third are no chance", () => {
    expect(judgeQualityOriented(dearest, 3, base)).toMatchObject({
      kind: "shown",
      confidence: expect.closeTo(1 - 0.3 ** 6, 12) as number,
    });
  });

  test("who sends more back than the base is not said to be", () => {
    expect(judgeQualityOriented({ ...dearest, returned: 1 }, 3, base).kind).toBe("not-shown");
  });

  test("what cannot be compared is missing, not absent", () => {
    expect(judgeQualityOriented({ ...dearest, lines: 4, dear: 4 }, 3, base)).toMatchObject({
      missing: { what: "comparable-purchases", needs: 5, has: 4 },
    });
    expect(judgeQualityOriented(dearest, 2, base)).toMatchObject({ missing: { what: "orders" } });
  });
});

describe("brand-loyal", () => {
  const vendors = ["A", "B", "C", "D"].map((vendor) => ({ vendor, choices: 25, netMinor: 25_000 }));
  const base = { choices: 100, netMinor: 100_000, vendors };
  const byVendor = indexVendors(base);
  const choosing = (ofA: number, others: number) => ({
    visits: ofA,
    choices: ofA + others,
    netMinor: (ofA + others) * 1000,
    favourite: { vendor: "A", choices: ofA, netMinor: ofA * 1000 },
  });

  test("6 choices of 6, of four equal vendors, are no chance", () => {
    expect(judgeBrandLoyal(choosing(6, 0), base, byVendor)).toMatchObject({
      kind: "shown",
      confidence: expect.closeTo(1 - 4 * 0.25 ** 6, 12) as number,
      evidence: { vendor: "A", ofVendor: 6, spendShare: 1, baseSpendShare: 0.25 },
    });
  });

  test("3 of 3 may be one: the favourite was looked for among four", () => {
    expect(judgeBrandLoyal(choosing(3, 0), base, byVendor).kind).toBe("not-shown");
    expect(judgeBrandLoyal(choosing(5, 5), base, byVendor).kind).toBe("not-shown");
  });

  test("cannot be seen in a shop of one vendor, nor in two visits", () => {
    const single = { ...base, vendors: vendors.slice(0, 1) };
    expect(judgeBrandLoyal(choosing(6, 0), single, byVendor)).toMatchObject({
      missing: { what: "vendors-in-shop", needs: 2, has: 1 },
    });
    expect(judgeBrandLoyal(choosing(2, 0), base, byVendor)).toMatchObject({
      missing: { what: "visits", needs: 3, has: 2 },
    });
  });
});
