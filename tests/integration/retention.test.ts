/** What is forgotten by itself, and what never is. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { insertCalibration } from "../../app/persistence/calibrations.ts";
import { insertDecisions, insertRun, type RunKind } from "../../app/persistence/runs.ts";
import { saveInstallation, updateShop } from "../../app/persistence/shops.ts";
import { lookAround } from "../../app/use-cases/look-around.ts";
import { forgetHistory } from "../../app/use-cases/privacy/forget-history.ts";
import { saveHistoryMonths } from "../../app/use-cases/privacy/save-history-months.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const [shop, neighbour] = ["one.myshopify.com", "two.myshopify.com"];
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
  app.setNow(new Date("2026-06-30T12:00:00Z"));
  for (const each of [shop, neighbour]) {
    const facts = { currencyCode: "GBP", timeZone: "UTC" };
    await saveInstallation(app.db, each, facts, new Date("2020-01-01T00:00:00Z"));
    await addRun(each, "import", "2024-01-10");
    await addRun(each, "order", "2025-06-29");
    await addRun(each, "order", "2025-07-01");
  }
});
afterAll(() => app.close());

async function addRun(of: string, kind: RunKind, day: string): Promise<void> {
  const at = new Date(`${day}T00:00:00Z`);
  const [id, calibrationId] = [randomUUID(), randomUUID()];
  await insertCalibration(app.db, {
    shop: of,
    id: calibrationId,
    programVersion: 1,
    asOfDay: 20_000,
    rankedCustomers: 1,
    ladders: {},
    createdAt: at,
  });
  await insertRun(app.db, {
    shop: of,
    id,
    kind,
    programVersion: 1,
    calibrationId,
    decidedAt: at,
    customersScored: 1,
    decisions: 1,
    startedAt: at,
    finishedAt: at,
  });
  const from = { autoTier: null, tierSinceDay: null, belowFromDay: null };
  const labels = { family: "tier", fromKey: null, toKey: "core" } as const;
  const decision = { customerId: 7n, ...labels, reason: "order", from } as const;
  await app.db.$transaction((tx) => insertDecisions(tx, of, id, at, [decision]));
  await updateShop(app.db, of, { liveCalibrationId: calibrationId });
}

async function daysKept(of: string): Promise<string[]> {
  const runs = await app.db.run.findMany({ where: { shop: of }, orderBy: { finishedAt: "asc" } });
  return runs.map(({ finishedAt }) => finishedAt.toISOString().slice(0, 10));
}

test("a merchant can choose only a period that is offered", async () => {
  for (const input of [
    null,
    {},
    { historyMonths: 0 },
    { historyMonths: "12" },
    { historyMonths: 1e9 },
  ])
    expect(await saveHistoryMonths(app, shop, input)).toEqual({ kind: "refused" });
  expect(await saveHistoryMonths(app, shop, { historyMonths: 12 })).toEqual({ kind: "saved" });
});

test("decisions older than the merchant's period go; the run that everybody stands by stays, and so does a neighbour's", async () => {
  await forgetHistory(app, shop);
  expect(await daysKept(shop)).toEqual(["2024-01-10", "2025-07-01"]);
  expect(await app.db.decision.count({ where: { shop } })).toBe(2);
  expect(await app.db.calibration.count({ where: { shop } })).toBe(1);
  expect(await daysKept(neighbour)).toHaveLength(3);
  expect(await app.db.calibration.count({ where: { shop: neighbour } })).toBe(3);
});

test("a shop that left a month ago is forgotten though nobody asked, one that left yesterday is not", async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await updateShop(app.db, shop, { uninstalledAt: daysAgo(31) });
  await updateShop(app.db, neighbour, { uninstalledAt: daysAgo(1) });
  await lookAround(app);
  expect(await app.db.shop.findMany({ select: { shop: true } })).toEqual([{ shop: neighbour }]);
  expect(await app.db.decision.count({ where: { shop } })).toBe(0);
});
