/** What our tags begin with is changed: by the ledger, without a moment in which somebody falls out of a segment. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCleanUp } from "../../app/use-cases/publishing/clean-up.ts";
import { resolveDrift } from "../../app/use-cases/publishing/drift/resolve-drift.ts";
import { previewPrefix } from "../../app/use-cases/publishing/preview-prefix.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { holdingsFor, holdingsOf } from "../setup/holdings.ts";
import { openKillableStage, type KillableStage } from "../setup/killable-stage.ts";
import type { NetworkMoment } from "../setup/network-between.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { giveTopTierDiscount } from "../setup/top-tier-discount.ts";

let stage: KillableStage;
let customers: Customer[];
const everything = { tags: true, metafields: true, segments: true, discounts: true };
/** Some begin like ours will, one is even built like ours: no label bears it. */
const theirs = ["VIP", "vip:friend", "vip:tier:legacy"];

beforeAll(async () => {
  stage = await openKillableStage({ customers: 60 });
  stage.startWorker();
  await giveTopTierDiscount(stage.app, stage.simulated.shop);
  await savePublishing(stage.app, stage.simulated.shop, everything);
  await stage.settle();
  customers = [...stage.simulated.world.customers.values()];
  for (const each of customers.slice(0, 20))
    changeCustomerTags(stage.simulated.world, each, [...each.tags, ...theirs]);
});
afterAll(() => stage.close());

const preview = (prefix: string) => previewPrefix(stage.app, stage.simulated.shop, prefix);
const save = (tagPrefix: string) =>
  savePublishing(stage.app, stage.simulated.shop, { ...everything, tagPrefix });
const former = async () => (await stage.app.db.shop.findFirstOrThrow()).formerTagPrefixes;
const carriersOf = (start: string) =>
  customers.filter(({ tags }) => tags.some((tag) => tag.startsWith(start))).length;
const segmentSizes = () =>
  Object.fromEntries(
    Object.entries(holdingsOf(stage.simulated.world).segments).map(([name, { members }]) => [
      name,
      members,
    ]),
  );

function expectAllWith(prefix: string) {
  const { world } = stage.simulated;
  const { tags, ...wanted } = holdingsFor(scorePlainly(world), prefix);
  const { tags: found, ...held } = holdingsOf(world, prefix);
  expect(held).toEqual(wanted);
  const ours = Object.entries(found)
    .map(([id, each]) => [id, each.filter((tag) => !theirs.includes(tag))] as const)
    .filter(([, each]) => each.length > 0);
  expect(Object.fromEntries(ours)).toEqual(tags);
  for (const each of customers.slice(0, 20))
    expect(each.tags).toEqual(expect.arrayContaining(theirs));
}

async function killOn(moments: readonly NetworkMoment[]) {
  for (const moment of moments) {
    await stage.killAt(moment);
    await stage.giveJobsBack();
    stage.startWorker();
  }
}

/** Looks at every segment after each call, and says which of them ever lost somebody. */
function watchSegments(): () => string[] {
  const whole = segmentSizes();
  const smaller = new Set<string>();
  const stop = stage.simulated.traffic.onRequest(() => {
    for (const [name, members] of Object.entries(segmentSizes()))
      if (members !== whole[name]) smaller.add(`${name}: ${String(members)}`);
  });
  return () => {
    stop();
    return [...smaller];
  };
}

describe("another beginning of our tags", () => {
  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["a,b", "characters"],
    ["a:b", "characters"],
    ["it's", "characters"],
    ["-vip", "characters"],
    ["v".repeat(101), "too-long"],
  ])("%o is refused: %s", async (prefix, problem) => {
    expect(await preview(prefix)).toMatchObject({ kind: "refused", problem });
    expect(await save(prefix)).toEqual({
      kind: "refused",
      problems: [{ field: "tagPrefix", problem }],
    });
  });

  test("is refused where customers carry the very tags already, and not by us", async () => {
    const [one] = customers;
    if (one === undefined) throw new Error("nobody is there");
    const { world } = stage.simulated;
    changeCustomerTags(world, one, [...one.tags, "Gold:Tier:Core"]);
    expect(await preview("GOLD")).toEqual({
      kind: "refused",
      problem: "taken",
      taken: [{ tag: "gold:tier:core", customers: 1 }],
    });
    expect(await save("gold")).toMatchObject({ problems: [{ problem: "taken" }] });
    changeCustomerTags(
      world,
      one,
      one.tags.filter((tag) => tag !== "Gold:Tier:Core"),
    );
    expect(await preview("gold")).toMatchObject({ kind: "fits" });
    await stage.settle();
    expectAllWith("echelon");
  });

  test("is told before it is made, and is made whole however often the worker is killed on the way", async () => {
    const ranked = scorePlainly(stage.simulated.world).size;
    const told = await preview(" VIP ");
    expect(told).toMatchObject({
      kind: "fits",
      prefix: "vip",
      others: ["vip:friend", "vip:tier:legacy"],
      customers: ranked,
      tagsOn: 2 * ranked,
      tagsOff: 2 * ranked,
      segments: 8,
      discounts: 1,
    });
    // Two mutations of 10 points for each customer, and two for each segment.
    expect(told).toMatchObject({ points: 20 * ranked + 8 * 20 });

    const lost = watchSegments();
    expect(await save("VIP")).toEqual({ kind: "saved" });
    await killOn([
      { call: "UpdateSegment", before: "answer" },
      { call: "AddTags", before: "answer" },
      { call: "RemoveTags", before: "answer" },
      { call: "UpdateSegment", before: "call" },
    ]);
    await stage.settle();
    expect(lost()).toEqual([]);
    expectAllWith("vip");
    expect(carriersOf("echelon:")).toBe(0);
    expect(await former()).toEqual([]);
  });

  test("that is changed back half way is undone", async () => {
    const lost = watchSegments();
    await save("echelon");
    await stage.killAt({ call: "RemoveTags", before: "call" });
    await stage.giveJobsBack();
    expect(carriersOf("echelon:")).toBeGreaterThan(0);
    expect(carriersOf("vip:tier:")).toBeGreaterThan(0);
    await save("vip");
    stage.startWorker();
    await stage.settle();
    expect(lost()).toEqual([]);
    expectAllWith("vip");
    expect(carriersOf("echelon:")).toBe(0);
    expect(await former()).toEqual([]);
  });

  test("leaves whoever was changed by others in their segment with the tags they had, until that is put right", async () => {
    const { app, simulated } = stage;
    const resolve = async (request: object) => {
      await resolveDrift(app, simulated.shop, request);
      await stage.settle();
    };
    await resolve({ step: "setting", reportOnly: true });
    const one = customers.find(({ tags }) => tags.includes("vip:tier:core"));
    if (one === undefined) throw new Error("nobody is in the top tier");
    changeCustomerTags(simulated.world, one, [...one.tags, "vip:tier:base"]);
    await resolve({ step: "check" });
    await save("echelon");
    await stage.settle();
    expect(one.tags).toContain("vip:tier:core");
    expect(await former()).toEqual(["vip"]);
    const core = [...simulated.world.segments.values()].find(({ name }) => name.endsWith("Core"));
    expect(core?.query).toBe(
      "customer_tags CONTAINS 'echelon:tier:core' OR customer_tags CONTAINS 'vip:tier:core'",
    );

    await resolve({ step: "repair", customerIds: null });
    expectAllWith("echelon");
    expect(one.tags).not.toContain("vip:tier:core");
    expect(await former()).toEqual([]);
  });

  test("is known to the clean-up half way: both go, and nothing of theirs", async () => {
    await save("vip");
    await stage.killAt({ call: "RemoveTags", before: "call" });
    await stage.giveJobsBack();
    await startCleanUp(stage.app, stage.simulated.shop);
    stage.startWorker();
    await stage.settle();
    expect(holdingsOf(stage.simulated.world)).toMatchObject({ tags: {}, segments: {} });
    expect(carriersOf("vip:group:")).toBe(0);
    for (const each of customers.slice(0, 20))
      expect(each.tags).toEqual(expect.arrayContaining(theirs));
    expect(carriersOf("vip:tier:")).toBe(20);
  });
});
