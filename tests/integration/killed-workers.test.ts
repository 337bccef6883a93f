/** A worker may be killed at any moment: the next one goes on, and the end is the one nobody was killed on the way to. */
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { holdTable, type HeldTable } from "../setup/held-table.ts";
import { holdingsFor, holdingsOf } from "../setup/holdings.ts";
import { killOn, openKillableStage, type KillableStage } from "../setup/killable-stage.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { giveTopTierDiscount } from "../setup/top-tier-discount.ts";
import { waitFor } from "../setup/wait-for.ts";

const everything = {
  tags: true,
  metafields: true,
  segments: true,
  discounts: true,
};
const nothing = { tags: false, metafields: false, segments: false, discounts: false };
const minutes = 60_000;

describe.concurrent("a worker that is killed", () => {
  test(
    "on any call of an import or of a publication in bulk",
    { timeout: 3 * minutes },
    async ({ onTestFinished }) => {
      // More customers than are written one by one.
      const stage = await openKillableStage({ customers: 640 });
      onTestFinished(stage.close);
      stage.startWorker();
      await killOn(stage, [
        { call: "StartBulkQuery", before: "call" },
        { call: "StartBulkQuery", before: "answer" },
        { call: "ReadBulkOperation", before: "answer" },
        { call: "download", before: "answer" },
        { call: "clock", before: "answer" },
      ]);
      await stage.settle();
      await expectEverybodyScored(stage);

      await giveTopTierDiscount(stage.app, stage.simulated.shop);
      await savePublishing(stage.app, stage.simulated.shop, everything);
      await killOn(stage, [
        { call: "upload", before: "answer" },
        { call: "StartBulkMutation", before: "call" },
        { call: "StartBulkMutation", before: "answer" },
        { call: "ReadBulkOperation", before: "call" },
        { call: "download", before: "answer" },
        { call: "CreateSegment", before: "answer" },
        { call: "CreateSegment", before: "call" },
        { call: "CreateAutomaticBasicDiscount", before: "answer" },
      ]);
      await stage.settle();
      expect(holdingsOf(stage.simulated.world)).toEqual(expectedHoldings(stage));
      await expectNothingLeft(stage);
    },
  );

  test(
    "on any call of a publication one by one",
    { timeout: 3 * minutes },
    async ({ onTestFinished }) => {
      const stage = await openKillableStage({ customers: 60 });
      onTestFinished(stage.close);
      const { app, simulated } = stage;
      const { shop, world } = simulated;
      stage.startWorker();
      await giveTopTierDiscount(app, shop);
      await savePublishing(app, shop, everything);
      await killOn(stage, [
        { call: "AddTags", before: "answer" },
        { call: "SetMetafields", before: "answer" },
      ]);
      await stage.settle();
      expect(holdingsOf(world)).toEqual(expectedHoldings(stage));

      // Time alone moves customers, up as well as down.
      world.clock.advanceTo(
        DateTime.fromMillis(world.clock.nowMs()).plus({ months: 3 }).toJSDate(),
      );
      await app.enqueue(app.db, "score-base", { shop, kind: "recalibration" });
      await killOn(stage, [
        { call: "AddTags", before: "call" },
        { call: "AddTags", before: "answer" },
        { call: "RemoveTags", before: "call" },
        { call: "RemoveTags", before: "answer" },
      ]);
      await stage.settle();
      const { metafields: _fields, ...expected } = expectedHoldings(stage);
      expect(holdingsOf(world)).toMatchObject(expected);

      await savePublishing(app, shop, nothing);
      await killOn(stage, [
        { call: "RemoveTags", before: "answer" },
        { call: "DeleteMetafields", before: "answer" },
        { call: "DeleteAutomaticDiscount", before: "answer" },
        { call: "DeleteSegment", before: "answer" },
      ]);
      await stage.settle();
      expect(holdingsOf(world)).toEqual({
        tags: {},
        metafields: {},
        shopFields: {},
        segments: {},
        discounts: [],
      });
      await expectNothingLeft(stage);
    },
  );

  test(
    "while it writes orders, standings or what is expected of each customer to the database",
    { timeout: 3 * minutes },
    async ({ onTestFinished }) => {
      // More orders than are read in one batch.
      const stage = await openKillableStage({ customers: 640 });
      onTestFinished(stage.close);
      const firstBatch = await holdTable(stage.databaseUrl, "orders");
      stage.startWorker();
      await waitUntilSomebodyWaits(stage);
      // Whoever asks next comes after the first batch and before the second.
      const asking = holdTable(stage.databaseUrl, "orders");
      await waitUntilSomebodyWaits(stage, 2);
      await firstBatch.release();
      const secondBatch = await asking;
      await waitUntilSomebodyWaits(stage);
      const { bytesDone } = await stage.app.db.orderImport.findFirstOrThrow();
      expect(bytesDone).toBeGreaterThan(0n);
      await killAndGoOn(stage, secondBatch);

      const standings = await holdTable(stage.databaseUrl, "standing");
      await waitUntilSomebodyWaits(stage);
      // Whoever asks now comes before the study that follows.
      const outlooks = await holdTable(stage.databaseUrl, "outlook");
      await killAndGoOn(stage, standings);
      await waitUntilSomebodyWaits(stage);
      await killAndGoOn(stage, outlooks);
      await stage.settle();
      await expectEverybodyScored(stage);
    },
  );

  test(
    "is followed by another within the minute, without anybody's help",
    { timeout: 3 * minutes },
    async ({ onTestFinished }) => {
      const stage = await openKillableStage({ customers: 60 });
      onTestFinished(stage.close);
      await giveTopTierDiscount(stage.app, stage.simulated.shop);
      await savePublishing(stage.app, stage.simulated.shop, everything);
      stage.startWorker();
      await stage.killAt({ call: "SetMetafields", before: "answer" });
      const killedAt = performance.now();
      stage.startWorker();
      await stage.settle();
      expect(holdingsOf(stage.simulated.world)).toEqual(expectedHoldings(stage));
      expect(performance.now() - killedAt).toBeLessThan(60_000);
    },
  );
});

test("a worker that is asked to stop does so at its next step, and the next worker goes on", async ({
  onTestFinished,
}) => {
  const stage = await openKillableStage({ customers: 60 });
  onTestFinished(stage.close);
  stage.simulated.bulk.lineDelayMs = 20;
  stage.startWorker();
  await waitFor("the import to wait for the shop", async () => {
    return (await stage.app.db.orderImport.findFirst())?.operationId != null;
  });
  const askedAt = performance.now();
  expect(await stage.endWorker("SIGTERM")).toBe(0);
  expect(performance.now() - askedAt).toBeLessThan(5_000);
  expect(await stage.readWorkerLog()).not.toMatch(/"level":(50|60)/);
  stage.startWorker();
  await stage.settle();
  await expectEverybodyScored(stage);
});

async function killAndGoOn(stage: KillableStage, held: HeldTable): Promise<void> {
  await stage.endWorker("SIGKILL");
  await held.release();
  await stage.giveJobsBack();
  stage.startWorker();
}

async function waitUntilSomebodyWaits({ app }: KillableStage, count = 1): Promise<void> {
  await waitFor(`${count} to wait for a table`, async () => {
    const waiting = await app.db.$queryRaw<unknown[]>`
      SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
      WHERE d.datname = current_database() AND NOT l.granted AND l.locktype = 'relation'`;
    return waiting.length >= count;
  });
}

async function expectEverybodyScored({ app, simulated }: KillableStage): Promise<void> {
  const { world, shop } = simulated;
  expect(await app.db.order.count({ where: { shop } })).toBe(world.orders.size);
  const standings = await app.db.standing.findMany({ where: { shop, tier: { not: null } } });
  const tiers = new Map(standings.map(({ customerId, tier }) => [Number(customerId), tier]));
  expect(tiers).toEqual(new Map([...scorePlainly(world)].map(([id, { tier }]) => [id, tier])));
  // Each of them decided once on each label, whatever was begun and lost.
  expect(await app.db.decision.count()).toBe(2 * tiers.size);
  // The base was studied, and something is expected of each of them.
  const foreseen = await app.db.outlook.findMany({ where: { shop, riskLevel: { not: null } } });
  const foreseenIds = foreseen.map(({ customerId }) => Number(customerId));
  expect(new Set(foreseenIds)).toEqual(new Set(tiers.keys()));
  const calibrations = await app.db.calibration.findMany({ where: { shop } });
  expect(calibrations.filter(({ study }) => study === null)).toEqual([]);
}

function expectedHoldings({ simulated }: KillableStage) {
  return holdingsFor(scorePlainly(simulated.world));
}

/** No half-done work, and nobody set aside. */
async function expectNothingLeft({ app }: KillableStage): Promise<void> {
  expect(await app.db.bulkWrite.count()).toBe(0);
  expect(await app.db.dirtyCustomer.count()).toBe(0);
  expect(await app.db.publication.count({ where: { problem: { not: null } } })).toBe(0);
}
