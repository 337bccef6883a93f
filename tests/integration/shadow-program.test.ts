/** A program beside the live one: it moves nobody, and remembers its own tiers. One story, whose tests follow each other. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveOrders } from "../../app/persistence/orders.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { defaultProgram } from "../../app/scoring/index.ts";
import { createPreviewer, type Previewer } from "../../app/use-cases/previewing/previewer.ts";
import { readDraft, saveDraft, discardDraft } from "../../app/use-cases/scoring/program-draft.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { evaluateShadow } from "../../app/use-cases/shadow/evaluate-shadow.ts";
import { adoptShadow, startShadow, stopShadow } from "../../app/use-cases/shadow/shadow-program.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const shop = "one.myshopify.com";
const dayMs = 86_400_000;
const start = Date.parse("2026-06-01T12:00:00Z");
let app: TestApp;
let previewer: Previewer;
let orders = 0;

function order(customer: number, atMs: number, pounds: number) {
  orders += 1;
  const at = new Date(atMs);
  return {
    ...{ orderId: BigInt(orders), customerId: BigInt(customer), name: "#" },
    ...{ processedAt: at, updatedAt: at, cancelledAt: null, test: false },
    ...{ totalMinorUnits: BigInt(pounds * 100), refundedMinorUnits: 0n },
  };
}

beforeAll(async () => {
  app = await openTestApp();
  previewer = createPreviewer(app);
  const facts = { currencyCode: "GBP", timeZone: "Europe/London" };
  await saveInstallation(app.db, shop, facts, new Date());
  await insertProgram(app.db, shop, 1, defaultProgram, new Date());
  app.setNow(new Date(start));
  const spends = Array.from({ length: 10 }, (_, index) =>
    order(index + 1, start - dayMs, (index + 1) * 10),
  );
  await saveOrders(app.db, shop, spends);
  await scoreBase(app, shop, "import");
});
afterAll(() => app.close());

/** Whoever spent 50 pounds in ten days is gold, and stays so for 20 days after that is over. */
const parts = {
  windowDays: 10,
  currency: "GBP",
  tiersBy: { kind: "thresholds" },
  tiers: [
    { key: null, name: "Gold", when: { windowSpendAtLeast: "50" } },
    { key: "base", name: "Base" },
  ],
  policy: { graceDays: 20 },
};

async function shadowTiers(): Promise<Record<string, string | null>> {
  const rows = await app.db.shadowStanding.findMany({ where: { shop } });
  return Object.fromEntries(rows.map(({ customerId, tier }) => [String(customerId), tier]));
}

test("without a draft nothing can be started, and a wrong one says where", async () => {
  expect(await startShadow(app, shop)).toEqual({ kind: "no-draft" });
  await saveDraft(app, shop, { form: {}, parts: { windowDays: 0 }, basedOn: 1 }, null);
  expect(await startShadow(app, shop)).toMatchObject({
    kind: "refused",
    problems: [{ field: "windowDays" }],
  });
  expect(await previewer.compareShadow(shop, new Date(start))).toBeNull();
});

test("it is evaluated with every calibration, with its own memory, and moves nobody", async () => {
  await saveDraft(app, shop, { form: { typed: "gold" }, parts, basedOn: 1 }, null);
  expect(await startShadow(app, shop)).toEqual({ kind: "started" });
  await discardDraft(app, shop);
  const standings = await app.db.standing.findMany({ where: { shop } });
  await evaluateShadow(app, shop);
  expect(await shadowTiers()).toMatchObject({ 4: "base", 5: "gold", 10: "gold" });

  // Out of the window, but held by the shadow's own grace.
  app.setNow(new Date(start + 15 * dayMs));
  await evaluateShadow(app, shop);
  expect(await shadowTiers()).toMatchObject({ 4: "base", 5: "gold", 10: "gold" });
  app.setNow(new Date(start + 40 * dayMs));
  await evaluateShadow(app, shop);
  await evaluateShadow(app, shop);
  expect(await shadowTiers()).toMatchObject({ 5: "base", 10: "base" });
  expect(await app.db.standing.findMany({ where: { shop } })).toEqual(standings);
  expect(await app.db.run.count({ where: { shop } })).toBe(1);
});

test("the comparison says who would be elsewhere, and what they really spent since it began", async () => {
  const now = start + 40 * dayMs;
  await saveOrders(app.db, shop, [order(1, now, 60), order(2, now, 70)]);
  app.asked.length = 0;
  await scoreBase(app, shop, "recalibration");
  expect(app.asked).toContain("evaluate-shadow");
  await evaluateShadow(app, shop);
  const comparison = await previewer.compareShadow(shop, new Date(now));
  expect(comparison).toMatchObject({ startedOn: "2026-06-01", daysRunning: 40, isEvaluated: true });
  const spent = comparison?.tiers.moves.filter(({ to }) => to === "gold");
  expect(spent?.reduce((sum, move) => sum + move.windowNetMinorUnits, 0)).toBe(13_000);
  expect(spent?.reduce((sum, { customers }) => sum + customers, 0)).toBe(2);
});

test("adopted, it becomes the draft of who adopts it; stopped, nothing of it is left", async () => {
  expect(await adoptShadow(app, shop, "7")).toBe(true);
  expect(await readDraft(app, shop)).toMatchObject({ form: { typed: "gold" }, parts, basedOn: 1 });
  await stopShadow(app, shop);
  expect(await app.db.shadowStanding.count()).toBe(0);
  expect(await previewer.compareShadow(shop, await app.now())).toBeNull();
  expect(await adoptShadow(app, shop, "7")).toBe(false);
  await evaluateShadow(app, shop);
  expect(await app.db.shadowStanding.count()).toBe(0);
});
