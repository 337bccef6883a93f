/** What a study says, as the pages read it back: from a shop's orders over HTTP to what a merchant is shown. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLatestStudy } from "../../app/persistence/studies.ts";
import { readCalibrationDrift } from "../../app/use-cases/scoring/calibration-drift.ts";
import { readCustomerOutlook } from "../../app/use-cases/pages/customer-outlook.ts";
import { readForecastsPage } from "../../app/use-cases/pages/forecasts-page.ts";
import { readJourneysPage } from "../../app/use-cases/pages/journeys-page.ts";
import { readNextPurchasesPage } from "../../app/use-cases/pages/next-purchases-page.ts";
import { readPlacesPage } from "../../app/use-cases/pages/places-page.ts";
import { readTimingPage } from "../../app/use-cases/pages/timing-page.ts";
import { studyBase } from "../../app/use-cases/scoring/study-base.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ customers: 400 });
  await install(stage);
  await studyBase(stage.app, stage.shop);
});
afterAll(() => stage.close());

const everybody = { family: "tiers", key: null } as const;

test("forecasts come with how right they would have been", async () => {
  const { forecasts, asOf } = await readForecastsPage(stage.app, stage.shop);
  expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
  if (forecasts.kind !== "fitted") throw new Error("400 customers are enough");
  expect(forecasts.fits.map(({ rule }) => rule)).toContain("mbg-nbd");
  const { backTest } = forecasts;
  if (backTest.kind !== "tested") throw new Error("the sample shop is old enough");
  expect(backTest.chances.rightAbout).toBeGreaterThan(backTest.customers / 2);
  expect(backTest.chances.bins.reduce((sum, { customers }) => sum + customers, 0)).toBe(
    backTest.customers,
  );
});

test("places and hours count every order of the window once, for everybody and over the tiers", async () => {
  const ofEverybody = await readPlacesPage(stage.app, stage.shop, "country", everybody);
  const hours = await readTimingPage(stage.app, stage.shop, everybody);
  const orders = ofEverybody.profile?.orders ?? 0;
  expect(orders).toBeGreaterThan(100);
  expect(hours.profile?.grid.reduce((sum, count) => sum + count, 0)).toBe(orders);
  const ofTiers = await Promise.all(
    ofEverybody.labels.tiers.map(({ key }) =>
      readPlacesPage(stage.app, stage.shop, "country", { family: "tiers", key }),
    ),
  );
  expect(ofTiers.reduce((sum, { profile }) => sum + (profile?.orders ?? 0), 0)).toBe(orders);
});

test("a tier that is not there has no picture", async () => {
  const nobody = { family: "tiers", key: "no-such-tier" } as const;
  expect((await readPlacesPage(stage.app, stage.shop, "source", nobody)).profile).toBeNull();
  expect((await readTimingPage(stage.app, stage.shop, nobody)).profile).toBeNull();
});

test("what is bought next has titles, and says where too few did", async () => {
  const { rows } = await readNextPurchasesPage(stage.app, stage.shop, "types");
  expect(rows?.length).toBeGreaterThan(0);
  for (const { next } of rows ?? [])
    for (const { customers, isTooFew } of next) expect(isTooFew).toBe(customers < 20);
  const products = await readNextPurchasesPage(stage.app, stage.shop, "products");
  for (const { name } of products.rows ?? []) expect(name).not.toMatch(/^\d+$/);
});

test("journeys begin with more customers than go on", async () => {
  const { journeys } = await readJourneysPage(stage.app, stage.shop);
  const [once = 0, twice = 0, thrice = 0] = journeys?.customersByVisits ?? [];
  expect(once).toBeGreaterThan(twice);
  expect(twice).toBeGreaterThan(thrice);
});

test("a first calibration has nothing to be compared with", async () => {
  expect(await readCalibrationDrift(stage.app, stage.shop)).toMatchObject({
    baseSize: { kind: "enough" },
    drift: null,
  });
});

test("a study that another release wrote in another way is as good as none", async () => {
  const { app, shop } = stage;
  const study = await app.db.calibration.findFirstOrThrow({ where: { shop } });
  await app.db.$executeRaw`UPDATE calibration SET study = '{"models": {"kind": "crystal-ball"}}'`;
  try {
    expect((await readForecastsPage(app, shop)).forecasts).toEqual({ kind: "not-studied" });
  } finally {
    await app.db.calibration.update({
      where: { shop_id: { shop, id: study.id } },
      data: { study: study.study ?? {} },
    });
  }
  expect(await readLatestStudy(app.db, "another.myshopify.com", { all: "$" })).toBeNull();
});

describe("a customer", () => {
  async function customerWith(orders: { gte: number; lte: number }): Promise<string> {
    const { shop } = stage;
    const standing = await stage.app.db.standing.findFirstOrThrow({
      where: { shop, countedOrders: orders },
      orderBy: { countedOrders: "desc" },
    });
    return String(standing.customerId);
  }

  test("with several orders has ranges around what is expected, and a rhythm of their own", async () => {
    const id = await customerWith({ gte: 5, lte: 1000 });
    const { forecast, risk } = await readCustomerOutlook(stage.app, stage.shop, id);
    if (forecast.kind !== "forecast") throw new Error("the base was fitted");
    expect(forecast.pBuy180d).toBeGreaterThanOrEqual(forecast.pBuy90d);
    for (const spread of [forecast.orders, forecast.spendMinor]) {
      if (spread === null) throw new Error("several orders have a range");
      const { likely, middle } = spread;
      expect(likely.low).toBeLessThanOrEqual(middle.low);
      expect(middle.low).toBeLessThanOrEqual(middle.high);
      expect(middle.high).toBeLessThanOrEqual(likely.high);
    }
    expect(risk?.judgedBy.kind).toBe("own-rhythm");
  });

  test("with one order has a chance and no range", async () => {
    const id = await customerWith({ gte: 1, lte: 1 });
    const { forecast, risk } = await readCustomerOutlook(stage.app, stage.shop, id);
    expect(forecast).toMatchObject({ purchases: 1, orders: null, spendMinor: null });
    expect(risk?.judgedBy.kind).not.toBe("own-rhythm");
  });

  test.each(["0", "no number", "99999999999999999999"])(
    "that is %o is expected nothing of",
    async (id) => {
      const { forecast, risk, next } = await readCustomerOutlook(stage.app, stage.shop, id);
      expect({ kind: forecast.kind, risk, next }).toEqual({
        kind: "not-studied",
        risk: null,
        next: [],
      });
    },
  );
});
