/** What happens in the shop while a publication goes on, and workers are killed over it. */
import { setTimeout as wait } from "node:timers/promises";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import type { PublishingSettings } from "../../app/use-cases/pages/publishing-page.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { expandNamespace } from "../../simulated-shop/admin-api/app-namespace.ts";
import { Dice } from "../../simulated-shop/sample-shop/dice.ts";
import type { SimulatedShop } from "../../simulated-shop/start-simulated-shop.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import { setMetafields } from "../../simulated-shop/world/set-metafields.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { hurryRetries } from "../setup/give-jobs-back.ts";
import { holdingsOf, othersTagsIn } from "../setup/holdings.ts";
import { openKillableStage, type KillableStage } from "../setup/killable-stage.ts";
import type { NetworkFate, NetworkMoment } from "../setup/network-between.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { waitFor } from "../setup/wait-for.ts";

const minutes = 60_000;
const tagsAndFields = {
  tags: true,
  metafields: true,
  segments: false,
  discounts: false,
  dryRun: false,
  tagPrefix: "echelon",
} satisfies Omit<PublishingSettings, "flow">;
/** On Standard the points for this many go in bulk. */
const customers = 260;

describe.concurrent("while customers are published", () => {
  test(
    "no tag of a second writer is lost or comes back, whatever fails and whoever is killed, and ours are right",
    { timeout: 3 * minutes },
    async ({ onTestFinished }) => {
      const dice = new Dice(11);
      const stage = await openKillableStage({ customers, plan: "standard" }, (moment) =>
        fateOf(dice, moment),
      );
      onTestFinished(stage.close);
      const { app, simulated } = stage;
      const { world, shop } = simulated;
      stage.startWorker();
      await quiet(stage);
      simulated.bulk.mutationLinesPerSecond = 60;

      const writer = startSecondWriter(world, new Dice(12));
      await savePublishing(app, shop, tagsAndFields);
      await killOn(stage, [
        { call: "StartBulkMutation", before: "answer" },
        { call: "ReadBulkOperation", before: "answer" },
        { call: "download", before: "answer" },
      ]);
      await quiet(stage);
      // Time moves customers up and down: tags come off as well.
      world.clock.advanceTo(
        DateTime.fromMillis(world.clock.nowMs()).plus({ months: 4 }).toJSDate(),
      );
      await app.enqueue(app.db, "score-base", { shop, kind: "recalibration" });
      await killOn(stage, [
        { call: "AddTags", before: "answer" },
        { call: "RemoveTags", before: "answer" },
      ]);
      await quiet(stage);
      const { expected, changes } = await writer.stop();

      expect(changes).toBeGreaterThan(200);
      expect(othersTagsIn(world)).toEqual(expected);
      expect(holdingsOf(world).tags).toEqual(dueTags(world));
      await expectNothingLeft(stage);
    },
  );

  test(
    "a worker killed before it knows of its bulk mutation leaves no stale tag, though labels change meanwhile",
    { timeout: 2 * minutes },
    async ({ onTestFinished }) => {
      const stage = await openKillableStage({ customers, plan: "standard" });
      onTestFinished(stage.close);
      const { app, simulated } = stage;
      const { shop, world } = simulated;
      stage.startWorker();
      await quiet(stage);
      simulated.bulk.mutationLinesPerSecond = 5;
      await savePublishing(app, shop, { ...tagsAndFields, metafields: false });
      // Shopify goes on with what it was told, and nobody of us knows.
      await stage.killAt({ call: "StartBulkMutation", before: "answer" });
      await app.db.standing.updateMany({
        where: { shop, tier: { not: null } },
        data: { tier: "base", group: "dormant" },
      });
      await stage.giveJobsBack();
      stage.startWorker();
      await waitFor("the next worker to find what the killed one has started", async () =>
        (await app.db.bulkWrite.findMany()).some(({ operationId }) => operationId !== null),
      );
      expect([...world.bulkOperations.values()].at(-1)?.status).toBe("RUNNING");
      simulated.bulk.mutationLinesPerSecond = null;
      await quiet(stage);
      const held = new Set(Object.values(holdingsOf(world).tags).map((tags) => tags.join()));
      expect(held).toEqual(new Set(["echelon:group:dormant,echelon:tier:base"]));
      await expectNothingLeft(stage);
    },
  );

  test(
    "fields that somebody else has written are written over by what they are now; who is contested is set aside",
    { timeout: 2 * minutes },
    async ({ onTestFinished }) => {
      let contested: number | null = null;
      const stage = await openKillableStage({ customers: 40 }, ({ call, before }) => {
        if (call === "SetMetafields" && before === "call" && contested !== null)
          touchFields(stage.simulated, contested);
        return "go on";
      });
      onTestFinished(stage.close);
      const { app, simulated } = stage;
      const { shop, world } = simulated;
      stage.startWorker();
      await quiet(stage);
      const ranked = [...scorePlainly(world).keys()];
      const [once, always] = ranked;
      if (once === undefined || always === undefined) throw new Error("there are two");
      touchFields(simulated, once);
      contested = always;
      await savePublishing(app, shop, { ...tagsAndFields, tags: false });
      await quiet(stage);
      const problems = await app.db.publication.findMany({ where: { problem: { not: null } } });
      expect(problems).toMatchObject([{ customerId: BigInt(always), problem: "fields-contested" }]);
      const { metafields } = holdingsOf(world);
      const tiers = scorePlainly(world);
      expect(metafields[String(once)]?.["tier"]).toBe(tiers.get(once)?.tier);
      expect(Object.keys(metafields).sort()).toEqual(ranked.map(String).sort());

      // A new reason to try.
      contested = null;
      await app.db.publication.updateMany({ where: { shop }, data: { problem: null } });
      await app.enqueue(app.db, "publish", { shop });
      await quiet(stage);
      expect(holdingsOf(world).metafields[String(always)]?.["tier"]).toBe(tiers.get(always)?.tier);
    },
  );
});

const brokenShare = 0.04;

function fateOf(dice: Dice, { call, before }: NetworkMoment): NetworkFate {
  if (!/^[A-Z]|^upload$|^download$/.test(call)) return "go on";
  const draw = dice.between(0, 1);
  if (draw < brokenShare) return "cut";
  return before === "call" && draw < 2 * brokenShare && /^[A-Z]/.test(call) ? "throttle" : "go on";
}

const mine = ["loyal", "Wholesale", "second: writer", "newsletter"];
const merchants = ["VIP", "met at the fair"];

/** Adds and removes its own tags and the merchant's, a customer at a time, as fast as the shop takes it. */
function startSecondWriter(world: World, dice: Dice) {
  const everybody = [...world.customers.values()];
  const expected = new Map(
    Object.entries(othersTagsIn(world)).map(([id, tags]) => [id, new Set(tags)]),
  );
  let changes = 0;
  const stopping = new AbortController();
  const writing = (async () => {
    while (!stopping.signal.aborted) {
      const customer = dice.pick(everybody);
      const tag = dice.pick([...mine, ...merchants]);
      const theirs = expected.get(String(customer.id)) ?? new Set();
      const has = customer.tags.includes(tag);
      if (has) theirs.delete(tag);
      else theirs.add(tag);
      const others = customer.tags.filter((other) => other !== tag);
      changeCustomerTags(world, customer, has ? others : [...others, tag]);
      changes += 1;
      await wait(5);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await writing;
      const tags = (id: string) =>
        [...(expected.get(id) ?? [])].sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
      return {
        changes,
        expected: Object.fromEntries([...expected.keys()].map((id) => [id, tags(id)])),
      };
    },
  };
}

function touchFields({ world, clientId }: SimulatedShop, customerId: number): void {
  const owner = world.customers.get(customerId);
  if (owner === undefined) throw new Error("there is no such customer");
  const namespace = expandNamespace("$app", clientId);
  const value = `somebody else's ${String(world.revision)}`;
  setMetafields(world, [{ owner, namespace, key: "tier", type: "single_line_text_field", value }]);
}

function dueTags(world: World): Record<string, string[]> {
  return Object.fromEntries(
    [...scorePlainly(world)].map(([id, { tier, group }]) => [
      String(id),
      [`echelon:group:${group}`, `echelon:tier:${tier}`],
    ]),
  );
}

async function killOn(stage: KillableStage, moments: readonly NetworkMoment[]): Promise<void> {
  for (const moment of moments) {
    await stage.killAt(moment);
    await stage.giveJobsBack();
    stage.startWorker();
  }
}

/** Waits until every job is done; what is to be tried again later is tried now. */
async function quiet(stage: KillableStage): Promise<void> {
  const hurrying = setInterval(() => void hurryRetries(stage.app.db), 250);
  try {
    await stage.settle();
  } finally {
    clearInterval(hurrying);
  }
}

async function expectNothingLeft({ app }: KillableStage): Promise<void> {
  expect(await app.db.bulkWrite.count()).toBe(0);
  expect(await app.db.bulkLine.count()).toBe(0);
  expect(await app.db.publication.count({ where: { problem: { not: null } } })).toBe(0);
}
