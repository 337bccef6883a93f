/** Every kind of job, done for one shop with another shop's ids. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { jobNames, type JobData, type JobName } from "../../app/jobs/catalog.ts";
import { startOrderImport } from "../../app/persistence/order-imports.ts";
import { requestReconciliation } from "../../app/persistence/reconciliations.ts";
import { readAppConfiguration } from "../../simulated-shop/tokens/app-configuration.ts";
import { holdingsOf } from "../setup/holdings.ts";
import { rowsOf, type TableRows } from "../setup/table-rows.ts";
import { appConfigurationFile } from "../setup/test-stage.ts";
import { openTwoShops, type TwoShops } from "../setup/two-shops.ts";

let two: TwoShops;
let before: TableRows;

beforeAll(async () => {
  two = await openTwoShops();
  before = await rowsOf(two.app.db, two.victim.shop);
});
afterAll(() => two.close());

async function expectVictimUntouched(act: () => Promise<void>): Promise<void> {
  const { revision } = two.victim.world;
  const asked = two.victim.traffic.requestCount;
  const holdings = holdingsOf(two.victim.world);
  await act();
  await two.settle();
  expect(await rowsOf(two.app.db, two.victim.shop)).toEqual(before);
  expect(two.victim.world.revision).toBe(revision);
  expect(two.victim.traffic.requestCount).toBe(asked);
  expect(holdingsOf(two.victim.world)).toEqual(holdings);
}

test("every table is kept by shop, or holds nothing of any", async () => {
  const tables = await two.app.db.$queryRaw<{ name: string }[]>`
    SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const withoutShop = tables.map(({ name }) => name).filter((name) => !(name in before));
  expect(withoutShop).toEqual(["_prisma_migrations"]);
  // The tables this test would find changed if a job reached them.
  const held = Object.keys(before).filter((table) => (before[table]?.length ?? 0) > 0);
  expect(held).toEqual(
    expect.arrayContaining([
      ...["orders", "order_line", "product", "standing", "decision", "calibration", "outlook"],
      ...["publication", "program", "session"],
    ]),
  );
  const calibrations = await two.app.db.calibration.findMany({ where: { shop: two.victim.shop } });
  expect(calibrations.filter(({ study }) => study === null)).toEqual([]);
});

/** What each job is asked for. A new kind of job does not compile until it is here. */
function requestsFor(shop: string): { [Name in JobName]: JobData<Name>[] } {
  return {
    "import-orders": [{ shop }],
    "estimate-base": [{ shop }],
    "score-base": [
      { shop, kind: "import" },
      { shop, kind: "recalibration" },
      { shop, kind: "program-change" },
    ],
    "study-base": [{ shop }],
    "evaluate-shadow": [{ shop }],
    "handle-event": [{ shop, webhookId: "nobody's" }],
    "repeat-events": [{ shop, handledBefore: new Date().toISOString() }],
    "settle-doubts": [{ shop }],
    "sweep-orders": [{ shop }],
    "reconcile-orders": [{ shop }],
    retier: [{ shop }],
    "decide-due": [{ shop }],
    "act-on-many": [{ shop }],
    "renew-groups": [{ shop }],
    "ask-shopify": [{ shop }],
    "read-shopify-groups": [{ shop }],
    "match-members": [{ shop }],
    "study-interest": [{ shop }],
    publish: [{ shop }],
    "tell-flow": [{ shop }],
    "check-drift": [
      { shop, kind: "noticed" },
      { shop, kind: "sample" },
    ],
    "forget-history": [{ shop }],
    tick: [{}],
  };
}

test.each(jobNames)("%s", async (name) => {
  const { app, prober } = two;
  await expectVictimUntouched(async () => {
    await startOrderImport(app.db, prober.shop, new Date());
    for (const kind of ["sweep", "full"] as const)
      await requestReconciliation(app.db, prober.shop, kind, new Date());
    for (const data of requestsFor(prober.shop)[name]) await app.enqueue(app.db, name, data);
  });
});

test.each(topics())("a webhook of %s that names the other shop's ids", async (topic) => {
  const { app, prober } = two;
  await expectVictimUntouched(async () => {
    for (const { customer, order } of [two.victimsIds, two.sharedIds]) {
      const event = {
        shop: prober.shop,
        webhookId: randomUUID(),
        topic,
        subject: {
          ...{ orderId: order, customerId: customer, tags: "echelon:tier:core" },
          operationId: "1",
        },
        receivedAt: new Date(),
      };
      await app.db.inboxEvent.create({ data: event });
      await app.enqueue(app.db, "handle-event", event);
    }
  });
});

/** All that the app subscribes to; what ends the installation comes last. */
function topics(): string[] {
  const subscribed = readAppConfiguration(appConfigurationFile).webhookSubscriptions.map(
    ({ topic }) => topic,
  );
  const last = ["app/uninstalled", "shop/redact"];
  return [...subscribed.filter((topic) => !last.includes(topic)), ...last];
}
