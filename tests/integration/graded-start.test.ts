/** The first minutes of a shop whose history takes long to read, or may not be read: one story, told in order. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { declaredScopes } from "../../app/shopify/scopes.ts";
import { importAgain } from "../../app/use-cases/orders-in/steer-import.ts";
import { readHomePage } from "../../app/use-cases/pages/home-page.ts";
import { publishShop } from "../../app/use-cases/publishing/publish-shop.ts";
import { openApp, turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { holdingsFor, holdingsOf } from "../setup/holdings.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { openTestStage, type TestStage } from "../setup/test-stage.ts";
import { waitFor } from "../setup/wait-for.ts";

let stage: TestStage;

beforeAll(async () => {
  stage = await openTestStage({ customers: 120, plan: "plus" });
  // Shopify takes its time over the result.
  stage.simulated.bulk.lineDelayMs = 10;
  await openApp(stage);
});
afterAll(() => stage.close());

const home = async () =>
  (await askAsMerchant(stage.appUrl, stage.simulated, { path: "/app" })).text;

async function press(intent: string): Promise<void> {
  const { status } = await askAsMerchant(stage.appUrl, stage.simulated, {
    path: "/app/settings/data",
    routeId: "routes/app.settings.data",
    body: new URLSearchParams({ intent }),
  });
  expect(status).toBe(200);
}

test("within seconds Home has a first look at the whole base, marked as an estimate", async () => {
  const { app, shop, simulated } = stage;
  await waitFor("a first look", async () => (await app.db.estimate.count()) > 0);
  const { estimate, summary, progress } = await readHomePage(app, shop);
  expect({ summary, progress: progress?.kind }).toEqual({ summary: null, progress: "import" });
  const buyers = [...simulated.world.customers.values()].filter(({ orders }) => orders.length > 0);
  expect(estimate).toMatchObject({ isWhole: true });
  expect(estimate?.customersRead).toBeGreaterThan(buyers.length / 2);
  // Customers of fully refunded orders have spent nothing, and are not ranked.
  const ranked = scorePlainly(simulated.world).size;
  for (const labels of [estimate?.tiers, estimate?.groups]) {
    const customers = labels?.reduce((sum, label) => sum + label.customers, 0);
    expect(customers).toBe(ranked);
  }
  const page = await home();
  expect(page).toContain("First look");
  expect(page).toContain("Customers, estimate");
});

test("an estimate is never published", async () => {
  const { app, shop, simulated } = stage;
  await turnOnPublishing(stage);
  await publishShop(app, shop, new AbortController().signal);
  expect(holdingsOf(simulated.world)).toMatchObject({ tags: {}, metafields: {} });
  expect(await app.db.standing.count()).toBe(0);
  expect(await app.db.publication.count()).toBe(0);
  expect((await app.db.orderImport.findFirstOrThrow()).finishedAt).toBeNull();
});

test("the merchant pauses the reading and resumes it, on Home and under Settings", async () => {
  const { app } = stage;
  await press("pause");
  expect((await app.db.orderImport.findFirst())?.pausedAt).toBeInstanceOf(Date);
  for (const path of ["/app", "/app/settings/data"]) {
    const { text } = await askAsMerchant(stage.appUrl, stage.simulated, { path });
    expect(text).toContain("Reading orders is paused");
    expect(text).toContain("Resume");
  }
  await press("resume");
  expect(await app.db.orderImport.findFirst()).toMatchObject({ pausedAt: null, finishedAt: null });
  expect(await home()).toContain("Pause");
});

test("an estimate is nobody's previous label: with the history everybody is labelled for the first time, and it is gone", async () => {
  const { app, shop, simulated } = stage;
  simulated.bulk.lineDelayMs = 0;
  await stage.settle();
  const expected = scorePlainly(simulated.world);
  const decisions = await app.db.decision.findMany({ where: { shop } });
  expect(decisions).toHaveLength(2 * expected.size);
  expect(decisions.filter(({ fromKey }) => fromKey !== null)).toEqual([]);
  expect(holdingsOf(simulated.world)).toEqual(holdingsFor(expected));
  expect((await readHomePage(app, shop)).estimate).toBeNull();
  expect(await home()).not.toContain("First look");
});

test("without read_all_orders the estimate stays beside what 60 days say, and Home says why", async () => {
  const { app, shop, simulated } = stage;
  simulated.grantScopes(declaredScopes.filter((scope) => scope !== "read_all_orders"));
  await stage.settle();
  await importAgain(app, shop);
  await stage.settle();
  const { estimate, summary } = await readHomePage(app, shop);
  expect(summary).not.toBeNull();
  expect(estimate).not.toBeNull();
  const page = await home();
  expect(page).toContain("Echelon sees the last 60 days of orders only");
  expect(page).toContain("First look");
});
