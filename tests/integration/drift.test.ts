/** What others change in Shopify: noticed by webhook and by comparison, put right at once or shown first; and all taken away. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDriftPage } from "../../app/use-cases/pages/drift-page.ts";
import { exportPlannedWrites } from "../../app/use-cases/pages/planned-writes.ts";
import { readPublishingPage } from "../../app/use-cases/pages/publishing-page.ts";
import { readSettingsPage } from "../../app/use-cases/pages/settings-page.ts";
import { startCleanUp } from "../../app/use-cases/publishing/clean-up.ts";
import { chooseForSegment } from "../../app/use-cases/publishing/drift/choose-for-segment.ts";
import { resolveDrift } from "../../app/use-cases/publishing/drift/resolve-drift.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import { deleteSegment, updateSegment } from "../../simulated-shop/world/segment-actions.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { holdingsFor, holdingsOf } from "../setup/holdings.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { giveTopTierDiscount } from "../setup/top-tier-discount.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;
let customer: Customer;
const everything = { tags: true, metafields: true, segments: true, discounts: true };

beforeAll(async () => {
  stage = await openTestStage();
  await install(stage);
  await giveTopTierDiscount(stage.app, stage.shop);
  await savePublishing(stage.app, stage.shop, everything);
  await stage.settle();
});
afterAll(() => stage.close());

/** One that only looks like ours was never written by us. */
const looksLikeOurs = "echelon:tier:no-label-of-ours";
const ours = ({ tags }: Customer) =>
  tags.filter((tag) => tag.startsWith("echelon:") && tag !== looksLikeOurs).sort();
const anotherTier = () =>
  ["echelon:tier:core", "echelon:tier:base"].find((tag) => !customer.tags.includes(tag)) ?? "";
const takeTags = (tags: readonly string[]) =>
  changeCustomerTags(
    stage.simulated.world,
    customer,
    customer.tags.filter((tag) => !tags.includes(tag)),
  );
const giveTags = (tags: readonly string[]) =>
  changeCustomerTags(stage.simulated.world, customer, [...customer.tags, ...tags]);
const page = () => readDriftPage(stage.app, stage.shop);
const resolve = async (request: object) => {
  expect(await resolveDrift(stage.app, stage.shop, request)).toMatchObject({ kind: "done" });
  await stage.settle();
};
const expectAllInStep = () =>
  expect(holdingsOf(stage.simulated.world)).toEqual(
    holdingsFor(scorePlainly(stage.simulated.world)),
  );
/** Behind the app's back: no webhook tells of it. */
function silently(act: () => void) {
  const { faults } = stage.simulated.webhooks;
  faults.set([{ fault: { kind: "drop" } }], { seed: 1 });
  act();
  faults.set([], { seed: 1 });
}

beforeEach(() => {
  const [someone] = [...stage.simulated.world.customers.values()].filter(
    (each) => ours(each).length === 2,
  );
  if (someone === undefined) throw new Error("nobody has both tags");
  customer = someone;
});

describe("a tag that others change", () => {
  test("is put right at once", async () => {
    const before = ours(customer);
    const wrong = anotherTier();
    takeTags(before);
    giveTags([wrong, "mine", looksLikeOurs]);
    await stage.settle();
    expect(ours(customer)).toEqual(before);
    expect(customer.tags).toEqual(expect.arrayContaining(["mine", looksLikeOurs]));
    expect((await page()).lines).toEqual([]);
    takeTags([looksLikeOurs]);
    await stage.settle();
  });

  test("is only shown where the merchant wants to be asked, and put right on request", async () => {
    await resolve({ step: "setting", reportOnly: true });
    const before = ours(customer);
    const wrong = anotherTier();
    const [gone = ""] = before;
    takeTags([gone]);
    await stage.settle();
    giveTags([wrong]);
    await stage.settle();
    expect(await page()).toMatchObject({
      lines: [
        {
          customerId: String(customer.id),
          missing: [gone],
          extra: [wrong],
          noticedBy: "webhook",
          isLeft: false,
        },
      ],
      check: { totals: { open: 1, left: 0, tagsMissing: 1, tagsExtra: 1 } },
    });
    expect(ours(customer)).not.toEqual(before);

    await resolve({ step: "repair", customerIds: [String(customer.id)] });
    expect(ours(customer)).toEqual(before);
    expect((await page()).lines).toEqual([]);
  });

  test("that is taken back by others themselves is no difference any more", async () => {
    const [gone = ""] = ours(customer);
    takeTags([gone]);
    await stage.settle();
    giveTags([gone]);
    await stage.settle();
    expect((await page()).lines).toEqual([]);
  });

  test("that was told by no webhook is found by the comparison, and may be left as it is", async () => {
    const before = ours(customer);
    silently(() => takeTags(before));
    await resolve({ step: "check" });
    const found = await page();
    expect(found.lines).toMatchObject([{ missing: before, noticedBy: "check" }]);
    expect(found.check).toMatchObject({ differing: 1, compared: found.check.base });
    await resolve({ step: "leave", customerIds: null });
    expect((await page()).lines).toMatchObject([{ isLeft: true }]);
    await stage.app.enqueue(stage.app.db, "publish", { shop: stage.shop });
    await stage.settle();
    expect(ours(customer)).toEqual([]);

    await resolve({ step: "repair", customerIds: null });
    await resolve({ step: "setting", reportOnly: false });
    expect(ours(customer)).toEqual(before);
    expectAllInStep();
  });
});

describe("a segment that others", () => {
  const segment = () => {
    const [first] = [...stage.simulated.world.segments.values()].filter(({ query }) =>
      query.includes("echelon:tier:growth"),
    );
    return first;
  };
  const shown = async () =>
    (await readPublishingPage(stage.app, stage.shop)).segments.find(
      ({ labelKey }) => labelKey === "growth",
    );
  const choose = async (choice: string) => {
    const answer = { family: "tier", labelKey: "growth", choice };
    expect(await chooseForSegment(stage.app, stage.shop, answer)).toEqual({ kind: "chosen" });
    await stage.settle();
  };

  test("rename keeps its name until the merchant decides, either way", async () => {
    const { world } = stage.simulated;
    const renameTo = async (name: string) => {
      const held = segment();
      if (held !== undefined) updateSegment(world, held, { name });
      await stage.settle();
    };
    await renameTo("VIPs");
    expect(await shown()).toMatchObject({
      ...{ state: "renamed", foundName: "VIPs" },
      noticedAt: expect.any(String) as string,
    });
    await choose("use-ours");
    expect(segment()?.name).toBe("Echelon tier: Growth");
    await renameTo("VIPs again");
    await choose("keep-name");
    expect(segment()?.name).toBe("VIPs again");
    expect(await shown()).toMatchObject({ state: "in-shopify", name: "VIPs again" });
  });

  test("delete stays deleted until the merchant wants it again", async () => {
    const held = segment();
    if (held !== undefined) deleteSegment(stage.simulated.world, held);
    await stage.settle();
    expect(await shown()).toMatchObject({ state: "gone" });
    await choose("leave");
    expect(segment()).toBeUndefined();
    expect(await shown()).toMatchObject({ state: "left" });
    await choose("create-again");
    expect(segment()?.name).toBe("Echelon tier: Growth");
    expectAllInStep();
  });
});

describe("trying it out", () => {
  test("writes nothing and says what it would write, as a file too", async () => {
    await savePublishing(stage.app, stage.shop, {
      ...everything,
      dryRun: true,
      tags: true,
      metafields: false,
    });
    await stage.settle();
    expectAllInStep();
    const { planned } = await readPublishingPage(stage.app, stage.shop);
    const ranked = scorePlainly(stage.simulated.world).size;
    expect(planned).toMatchObject({ tagsOn: 0, tagsOff: 0, fieldsOff: ranked, segments: 0 });
    const lines: string[] = [];
    for await (const line of exportPlannedWrites(stage.app, stage.shop)) lines.push(line);
    expect(lines).toHaveLength(ranked + 1);
    expect(lines[1]).toMatch(/^\d+,,,delete\r\n$/);
    await savePublishing(stage.app, stage.shop, everything);
    await stage.settle();
    expectAllInStep();
  });
});

describe("the clean-up", () => {
  test("takes away all we wrote, says how far it is, and leaves what is the merchant's", async () => {
    const before = (await readSettingsPage(stage.app, stage.shop)).cleanUp;
    expect(before).toMatchObject({ segments: 8, discounts: 1, running: null });
    expect(before.customers).toBe(scorePlainly(stage.simulated.world).size);
    expect(await startCleanUp(stage.app, stage.shop)).toEqual({ kind: "started" });
    await stage.settle();
    expect(holdingsOf(stage.simulated.world)).toEqual({
      tags: {},
      metafields: {},
      shopFields: {},
      segments: {},
      discounts: [],
    });
    expect(customer.tags).toContain("mine");
    const { cleanUp } = await readSettingsPage(stage.app, stage.shop);
    expect(cleanUp.running).toMatchObject({ isDone: true, done: before.customers });
  });
});
