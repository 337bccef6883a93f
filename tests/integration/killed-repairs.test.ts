/** A worker may be killed while it takes away all that is ours, or puts right what others changed: others lose nothing. */
import { describe, expect, test } from "vitest";
import { readCleanUp, startCleanUp } from "../../app/use-cases/publishing/clean-up.ts";
import { resolveDrift } from "../../app/use-cases/publishing/drift/resolve-drift.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { publishShop } from "../../app/use-cases/publishing/publish-shop.ts";
import { requireShop } from "../../app/use-cases/require-shop.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { holdingsFor, holdingsOf, othersTagsIn } from "../setup/holdings.ts";
import { killOn, openKillableStage, type KillableStage } from "../setup/killable-stage.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { giveTopTierDiscount } from "../setup/top-tier-discount.ts";

const everything = { tags: true, metafields: true, segments: true, discounts: true };
const timeout = 180_000;
const isOurs = (tag: string) => tag.startsWith("echelon:");

/** A shop in which all is published and every other customer has tags of the merchant's too. */
async function openPublishedStage(): Promise<KillableStage> {
  const stage = await openKillableStage({ customers: 60 });
  const { app, simulated } = stage;
  for (const [nth, customer] of [...simulated.world.customers.values()].entries())
    if (nth % 2 === 0) giveTags(stage, customer, ["Echelon fan", `own ${nth}`]);
  await giveTopTierDiscount(app, simulated.shop);
  await savePublishing(app, simulated.shop, everything);
  stage.startWorker();
  await stage.settle();
  return stage;
}

function giveTags({ simulated: { world } }: KillableStage, customer: Customer, tags: string[]) {
  changeCustomerTags(world, customer, [...customer.tags, ...tags]);
}

describe.concurrent("a worker that is killed", () => {
  test(
    "on any call of a clean-up leaves nothing of ours, and every tag of others",
    { timeout },
    async ({ onTestFinished }) => {
      const stage = await openPublishedStage();
      onTestFinished(stage.close);
      const { app, simulated } = stage;
      const { shop, world } = simulated;
      const others = othersTagsIn(world);
      await startCleanUp(app, shop);
      await killOn(stage, [
        { call: "RemoveTags", before: "call" },
        { call: "RemoveTags", before: "answer" },
        { call: "DeleteMetafields", before: "answer" },
        { call: "DeleteAutomaticDiscount", before: "answer" },
        { call: "DeleteSegment", before: "answer" },
      ]);
      await stage.settle();
      const empty = { tags: {}, metafields: {}, shopFields: {}, segments: {}, discounts: [] };
      expect(holdingsOf(world)).toEqual(empty);
      expect(othersTagsIn(world)).toEqual(others);
      const { running, ...left } = await readCleanUp(app, await requireShop(app, shop));
      expect(left).toEqual({ customers: 0, segments: 0, discounts: 0 });
      expect(running).toMatchObject({ isDone: true });
    },
  );

  test(
    "on any call of a repair leaves everybody as decided, and every tag of others",
    { timeout },
    async ({ onTestFinished }) => {
      const stage = await openPublishedStage();
      onTestFinished(stage.close);
      const { app, simulated } = stage;
      const { shop, world } = simulated;
      await resolveDrift(app, shop, { step: "setting", reportOnly: true });
      // No web process is there to hear of it.
      const written = [...world.customers.values()].filter(({ tags }) => tags.some(isOurs));
      for (const customer of written) {
        const kept = customer.tags.filter((tag) => !isOurs(tag) || customer.id % 3 === 0);
        const isBase = customer.tags.includes("echelon:tier:base");
        const wrong = isBase ? "echelon:tier:core" : "echelon:tier:base";
        changeCustomerTags(world, customer, [...kept, wrong, "Echelon friend"]);
      }
      const others = othersTagsIn(world);
      await resolveDrift(app, shop, { step: "check" });
      await killOn(stage, [{ call: "ReadTags", before: "answer" }]);
      await stage.settle();
      expect(await app.db.drift.count({ where: { shop } })).toBe(written.length);

      await resolveDrift(app, shop, { step: "repair", customerIds: null });
      await killOn(stage, [
        { call: "AddTags", before: "call" },
        { call: "AddTags", before: "answer" },
        { call: "RemoveTags", before: "call" },
        { call: "RemoveTags", before: "answer" },
      ]);
      await stage.settle();
      expect(holdingsOf(world)).toEqual(holdingsFor(scorePlainly(world)));
      expect(othersTagsIn(world)).toEqual(others);
      expect(await app.db.drift.count({ where: { shop } })).toBe(0);
      expect(await app.db.publication.count({ where: { problem: { not: null } } })).toBe(0);
    },
  );
});

test("a publication of the marked looks at nobody else, and clears their marks", async ({
  onTestFinished,
}) => {
  const stage = await openPublishedStage();
  onTestFinished(stage.close);
  await stage.endWorker("SIGTERM");
  const { app, simulated } = stage;
  const { shop } = simulated;
  const everybody = await app.db.publication.count({ where: { shop } });
  const { customerId } = await app.db.publication.findFirstOrThrow({ where: { shop } });
  await app.db.publication.updateMany({ where: { shop }, data: { metafieldsHash: "another" } });
  await app.db.publicationMark.create({ data: { shop, customerId, markedAt: new Date() } });

  await publishShop(app, shop, new AbortController().signal, "marked");
  const waiting = await app.db.publication.findMany({ where: { shop, metafieldsHash: "another" } });
  expect(waiting).toHaveLength(everybody - 1);
  expect(waiting.map((each) => each.customerId)).not.toContain(customerId);
  expect(await app.db.publicationMark.count()).toBe(0);
});
