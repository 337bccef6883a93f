/** What moves everybody at once: a saved program, and the next day. One story, whose tests follow each other. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveProgram } from "../../app/use-cases/scoring/save-program.ts";
import { defaultProgram } from "../../app/scoring/index.ts";
import { turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { simulateTime } from "../../simulated-shop/admin/simulate/move-clock.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { holdingsFor, holdingsOf } from "../setup/holdings.ts";
import { scorePlainly } from "../setup/score-plainly.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

const gold = { key: "core", name: "Gold", cutBp: 8000 };
const lower = defaultProgram.tiers.slice(1).map(({ cutBp = 0, ...tier }) => ({ ...tier, cutBp }));
let stage: TestStage;
let world: World;
let version = 1;

beforeAll(async () => {
  stage = await openTestStage({ customers: 60, plan: "plus" });
  ({ world } = stage.simulated);
  await install(stage);
  await turnOnPublishing(stage);
  await stage.settle();
});
afterAll(() => stage.close());

async function save(tiers: { key: string | null; name: string; cutBp: number }[]): Promise<void> {
  const { windowDays, weights } = defaultProgram;
  const choices = { groups: "five-types", cutPoints: null };
  const form = { windowDays, weights, tiers, ...choices };
  const saved = await saveProgram(stage.app, stage.shop, form, version);
  version += 1;
  expect(saved).toEqual({ kind: "saved", version });
  await stage.settle();
}

function tierTags(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { tags } of world.customers.values())
    for (const tag of tags.filter((each) => each.startsWith("echelon:tier:")))
      counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

test("a tier with another name keeps its tag, its segment with the new name, and its discount under the title it was given", async () => {
  const before = { tags: tierTags(), segments: [...world.segments.keys()] };
  await save([gold, ...lower]);
  expect({ tags: tierTags(), segments: [...world.segments.keys()] }).toEqual(before);
  const { segments, discounts } = holdingsOf(world);
  expect(Object.keys(segments)).toContain("Echelon tier: Gold");
  expect(discounts).toEqual([
    { title: "Core: 10% off", fraction: 0.1, segments: ["Echelon tier: Gold"] },
  ]);
});

test("a new highest tier takes its customers over; a discount stays with the tier it is for", async () => {
  await save([{ key: null, name: "Diamond", cutBp: 9500 }, gold, ...lower]);
  const ranked = scorePlainly(world).size;
  const { "echelon:tier:diamond": diamonds = 0, "echelon:tier:core": golds = 0 } = tierTags();
  expect(diamonds).toBe(Math.floor(ranked / 20));
  expect(diamonds + golds).toBe(Math.floor(ranked / 5));
  const { segments, discounts } = holdingsOf(world);
  expect(segments["Echelon tier: Diamond"]).toMatchObject({ members: diamonds });
  expect(discounts).toEqual([
    { title: "Core: 10% off", fraction: 0.1, segments: ["Echelon tier: Gold"] },
  ]);
});

test("another set of groups, cut at natural breaks, gives everybody one of its groups", async () => {
  const { windowDays, weights } = defaultProgram;
  const rule = { kind: "natural-breaks" };
  const cutPoints = { recency: rule, frequency: rule, monetary: rule };
  const choices = { groups: "lifecycle", cutPoints };
  const form = { windowDays, weights, tiers: [gold, ...lower], ...choices };
  const saved = await saveProgram(stage.app, stage.shop, form, version);
  version += 1;
  expect(saved).toEqual({ kind: "saved", version });
  await stage.settle();
  const groups = [...world.customers.values()].flatMap(({ tags }) =>
    tags.filter((tag) => tag.startsWith("echelon:group:")),
  );
  expect(groups).toHaveLength(scorePlainly(world).size);
  for (const group of groups)
    expect(group).toMatch(/^echelon:group:(new|growing|mature|declining|lost)$/);
});

test("a tier that is given up leaves neither tags nor a segment", async () => {
  await save([{ key: "core", name: "Core", cutBp: 8000 }, ...lower]);
  expect(Object.keys(tierTags()).sort()).toEqual([
    "echelon:tier:base",
    "echelon:tier:core",
    "echelon:tier:growth",
  ]);
  expect(stripFields(holdingsOf(world))).toEqual(stripFields(holdingsFor(scorePlainly(world))));
});

test("the next day everybody stands where that day puts them, in one run", async () => {
  const runs = await stage.app.db.run.count();
  simulateTime(world, { advanceHours: 0, advanceDays: 1, advanceMonths: 1 });
  await stage.app.enqueue(stage.app.db, "tick", {});
  await stage.settle();
  expect(await stage.app.db.run.count()).toBe(runs + 1);
  expect(stripFields(holdingsOf(world))).toEqual(stripFields(holdingsFor(scorePlainly(world))));
});

test("a second look on the same day starts nothing, nor does a run that was asked for twice", async () => {
  const runs = await stage.app.db.run.count();
  const { app, shop } = stage;
  await app.enqueue(app.db, "tick", {});
  await app.enqueue(app.db, "score-base", { shop, kind: "recalibration" });
  await stage.settle();
  expect(await stage.app.db.run.count()).toBe(runs);
});

/** Fields follow their own customer's orders and labels only; the scores in the others' are older. */
function stripFields({ tags, segments, discounts }: ReturnType<typeof holdingsOf>) {
  return { tags, segments, discounts };
}
