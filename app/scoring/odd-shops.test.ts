/**
 * The whole engine over shops that nobody planned for: whatever orders come in, every number that goes out is finite and
 * within its bounds, nothing throws, too little history is said to be that, and the order of the orders does not matter.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  collectPurchaseDays,
  compareCalibrations,
  createRiskJudge,
  createTraitJudge,
  defaultProgram,
  encodeCalibration,
  explainScores,
  findAssociations,
  findPaths,
  fitOutlook,
  foresee,
  groupSchemeOf,
  measureBehaviour,
  ordersWithin,
  profileHours,
  profilePlaces,
  scoreBase,
  spendWithin,
  typeVisitsOf,
  visitsOf,
  type Frame,
  type OutlookBase,
} from "./index.ts";
import type { OddOrder, OddShop } from "./testing/odd-shops.ts";
import { oddShops, readOddShop } from "./testing/odd-shops.ts";

const program = defaultProgram;

/** Where in a value there is a number that is not finite. */
function unsoundIn(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => unsoundIn(each, `${path}.${key}`));
}

/** All that the app asks the engine about a base. */
function runAll(shop: OddShop) {
  const { asOfDay } = shop;
  const { frame, baskets } = readOddShop(shop);
  const base = scoreBase(frame, asOfDay, program);
  const { scores, metrics, calibration } = base;
  const former = scoreBase(frame, asOfDay - 30, program).calibration;
  const visits = visitsOf(baskets, asOfDay);
  const typeVisits = typeVisitsOf(baskets, visits);
  const behaviour = measureBehaviour(baskets, asOfDay);
  const judgeRisk = createRiskJudge(typeVisits, behaviour.rhythm, asOfDay);
  const judgeTraits = createTraitJudge(baskets, visits, behaviour.traits, asOfDay);
  const customers = Array.from({ length: shop.customerCount }, (_, customer) => customer);
  const models = fitOutlook(frame, asOfDay, { industry: "general" });
  const period = { fromDay: asOfDay - program.windowDays + 1, asOfDay };
  const tiers = { labelOf: scores.tier, names: program.tiers.map(({ key }) => key) };
  return {
    metrics,
    scores,
    calibration: encodeCalibration(calibration),
    drift: compareCalibrations(former, calibration, [8000, 5000]),
    reasons: customers.map((one) => explainScores(metrics, one, calibration, program)),
    behaviour,
    risks: customers.map(judgeRisk),
    traits: customers.map((one) => judgeTraits(one)),
    affinity: findAssociations(visits, "next-visit"),
    paths: findPaths(baskets, asOfDay, "types"),
    places: profilePlaces(baskets, "country", tiers, period),
    hours: profileHours(baskets, tiers, period),
    models,
    forecast: models.kind === "fitted" ? forecastAll(models, frame, asOfDay) : null,
  };
}

type Fitted = Extract<OutlookBase, { kind: "fitted" }>;

function forecastAll(base: Fitted, frame: Frame, asOfDay: number) {
  const { nextOrderDay, ...outlook } = foresee(base, frame, asOfDay);
  const days = collectPurchaseDays(frame, asOfDay);
  const { plausible } = base.models.orders[base.chosen.chances];
  const spend = base.models.spend["gamma-gamma-all"]?.model;
  // A range takes longer than a number: of a few customers, the most faithful among them.
  const busiest = days.repeats.indexOf(days.repeats.reduce((a, b) => Math.max(a, b), 0));
  const ranges = [0, busiest].map((row) => {
    const repeats = days.repeats[row] ?? 0;
    const meanSpend = days.meanSpend[row] ?? 0;
    const history = { repeats, lastAt: days.lastAt[row] ?? 0, observed: days.observed[row] ?? 0 };
    const former = { orders: repeats + 1, meanSpend };
    return [
      ordersWithin(plausible, history, 365, 0.9),
      spend ? spendWithin(plausible, spend, history, former, 365, 0.9) : null,
    ];
  });
  // NaN says on purpose that no order is to be expected; it becomes null where it is stored.
  return { ...outlook, nextOrderDay: Array.from(nextOrderDay, (day) => day || null), ranges };
}

function expectBounded(
  shop: OddShop,
  { scores, metrics, forecast, models }: ReturnType<typeof runAll>,
) {
  const groups = groupSchemeOf(program).groups.length;
  for (let customer = 0; customer < shop.customerCount; customer++) {
    const isRanked = (metrics.orderCount[customer] ?? 0) > 0;
    for (const column of [scores.recency, scores.frequency, scores.monetary]) {
      expect(column[customer]).toBeGreaterThanOrEqual(isRanked ? 1 : 0);
      expect(column[customer]).toBeLessThanOrEqual(isRanked ? 5 : 0);
    }
    for (const [column, labels] of [
      [scores.tier, program.tiers.length],
      [scores.group, groups],
      [scores.stage, 5],
    ] as const) {
      expect(column[customer]).toBeGreaterThanOrEqual(isRanked ? 0 : -1);
      expect(column[customer]).toBeLessThan(isRanked ? labels : 0);
    }
  }
  if (models.kind === "not-enough-history")
    expect(Object.values(models.missing).every((count) => count > 0)).toBe(true);
  for (const [row, in90] of forecast?.pBuy90d.entries() ?? []) {
    const in180 = forecast?.pBuy180d[row] ?? NaN;
    expect(in90 >= 0 && in90 <= in180 && in180 <= 1).toBe(true);
    expect(forecast?.expectedOrders365d[row]).toBeGreaterThanOrEqual(0);
    expect(forecast?.expectedSpend365dMinor[row]).toBeGreaterThanOrEqual(0);
  }
  for (const range of forecast?.ranges.flat() ?? [])
    if (range !== null) expect(range.low <= range.high && range.low >= 0).toBe(true);
}

test.each(Object.entries(oddShops))("%s: every number is finite and bounded", (_, shops) => {
  fc.assert(
    fc.property(shops, (shop) => {
      const all = runAll(shop);
      expect(unsoundIn(all)).toEqual([]);
      expectBounded(shop, all);
    }),
    { numRuns: 4, seed: 20_260_731 },
  );
});

test.each(Object.entries(oddShops))("%s: the order of the orders does not matter", (_, shops) => {
  const turned = shops.chain((shop) =>
    fc.tuple(
      fc.constant(shop),
      fc
        .shuffledSubarray<OddOrder>(shop.orders, { minLength: shop.orders.length })
        .map((orders) => ({ ...shop, orders })),
    ),
  );
  fc.assert(
    fc.property(turned, ([shop, other]) => {
      const [one, two] = [runAll(shop), runAll(other)];
      expect(two.scores).toEqual(one.scores);
      expect(two.calibration).toEqual(one.calibration);
      expect(two.risks).toEqual(one.risks);
      expect(two.traits).toEqual(one.traits);
      expect(two.models).toEqual(one.models);
      expect(two.forecast).toEqual(one.forecast);
    }),
    { numRuns: 2, seed: 20_260_731 },
  );
});

test.each(["one customer", "one order each", "everything given back"])(
  "%s: the models say that there is not enough history",
  (name) => {
    fc.assert(
      fc.property(oddShops[name] ?? fc.constant(null), (shop) => {
        expect(shop && runAll(shop).models.kind).toBe("not-enough-history");
      }),
      { numRuns: 3, seed: 20_260_731 },
    );
  },
);
