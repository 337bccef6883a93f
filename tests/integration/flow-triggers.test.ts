/** What Shopify Flow hears of customers, over HTTP, and what it does not. One story: its tests follow each other. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { flowTriggerNames } from "../../app/persistence/flow-triggers.ts";
import { defaultProgram } from "../../app/scoring/index.ts";
import { payloadSchemas } from "../../app/use-cases/flow/triggers/payload.ts";
import { readPublishingPage } from "../../app/use-cases/pages/publishing-page.ts";
import { startCleanUp } from "../../app/use-cases/publishing/clean-up.ts";
import { savePublishing } from "../../app/use-cases/publishing/save-publishing.ts";
import { requireShop } from "../../app/use-cases/require-shop.ts";
import { readLiveProgram } from "../../app/use-cases/scoring/live-program.ts";
import { holdCustomers } from "../../app/use-cases/scoring/hold-customers.ts";
import { saveProgram } from "../../app/use-cases/scoring/save-program.ts";
import { undoRun } from "../../app/use-cases/scoring/undo-run.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { readFlowExtensions } from "../../simulated-shop/flow/read-flow-extensions.ts";
import { addCustomer } from "../../simulated-shop/world/add-customer.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import type { FlowTrigger } from "../../simulated-shop/world/flow-trigger.ts";
import { refundOrder } from "../../simulated-shop/world/refund-order.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { openKillableStage } from "../setup/killable-stage.ts";
import { buy } from "../setup/plain-shop.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

const extensionsFolder = join(projectFolder, "extensions");
const everything = { tags: true, metafields: true, segments: false, discounts: false };
const allOn = {
  ...{ tierChanged: true, atRisk: true, aboutToChange: true },
  ...{ afterRuleChanges: false, daysBefore: 7 },
};

let stage: TestStage;
let nothingDeployed: string;
let world: World;
/** How many Flow had heard before this test. */
let heardBefore: number;
/** What the customer carried at the moment Flow heard of them. */
const tagsWhenHeard = new Map<FlowTrigger, readonly string[]>();

beforeAll(async () => {
  nothingDeployed = await mkdtemp(join(tmpdir(), "extensions-"));
  stage = await openTestStage({
    ...{ customers: 80, plan: "plus", extensionsFolder: nothingDeployed },
  });
  ({ world } = stage.simulated);
  const { flowTriggers } = world;
  const push = flowTriggers.push.bind(flowTriggers);
  flowTriggers.push = (...triggers) => {
    for (const trigger of triggers) {
      const customer = world.customers.get(Number(trigger.payload["customer_id"]));
      tagsWhenHeard.set(trigger, [...(customer?.tags ?? [])]);
    }
    return push(...triggers);
  };
});
afterAll(async () => {
  await stage.close();
  await rm(nothingDeployed, { recursive: true });
});
beforeEach(() => {
  heardBefore = world.flowTriggers.length;
});

function heard(handle?: string): FlowTrigger[] {
  const all = world.flowTriggers.slice(heardBefore);
  return handle === undefined ? all : all.filter((each) => each.handle === handle);
}

async function save(flow: Partial<typeof allOn>, settings = {}): Promise<void> {
  const form = { ...everything, ...settings, flow: { ...allOn, ...flow } };
  expect(await savePublishing(stage.app, stage.shop, form)).toEqual({ kind: "saved" });
  await stage.settle();
}

/** Somebody who would rise by a large order. */
function someoneIn(tier: string): Customer {
  const found = [...world.customers.values()].find(({ tags }) =>
    tags.includes(`echelon:tier:${tier}`),
  );
  if (found === undefined) throw new Error(`nobody is in ${tier}`);
  return found;
}

test("the payloads have the fields that the extensions declare, and no other", () => {
  const { triggers } = readFlowExtensions(extensionsFolder);
  const declared = triggers.map(({ handle, fields }) => [
    handle,
    fields.map(({ key }) => key).sort(),
  ]);
  const handles = {
    ...{ "tier-changed": "tier-changed", "at-risk": "customer-at-risk" },
    "about-to-change": "tier-about-to-change",
  };
  const filled = flowTriggerNames.map((name) => [
    handles[name],
    Object.keys(payloadSchemas[name].shape).sort(),
  ]);
  expect(Object.fromEntries(declared)).toEqual(Object.fromEntries(filled));
});

test("an import tells nobody, whatever was turned on before it", async () => {
  await install(stage);
  await save({});
  expect(heard()).toEqual([]);
});

test("a trigger whose extension is not deployed stops with the reason, until the merchant tries again", async () => {
  const customer = someoneIn("growth");
  buy(world, customer, 900_000);
  await stage.settle();
  const asked = stage.simulated.traffic.requestCount;
  await stage.app.enqueue(stage.app.db, "tell-flow", { shop: stage.shop });
  await stage.app.enqueue(stage.app.db, "tick", {});
  await stage.settle();
  expect(stage.simulated.traffic.requestCount).toBe(asked);
  const page = { path: "/app/publishing", routeId: "routes/app.publishing._index" };
  expect(await stage.app.db.flowNotice.count({ where: { state: "sending" } })).toBe(0);
  const { text } = await askAsMerchant(stage.appUrl, stage.simulated, page);
  expect(text).toContain('"problem":"not-deployed"');

  stage.simulated.deployFlowExtensions(extensionsFolder);
  const again = { ...page, body: { flow: "try-again" } };
  expect((await askAsMerchant(stage.appUrl, stage.simulated, again)).text).toContain("trying");
  await stage.settle();
  expect(heard()).toMatchObject([
    { payload: { customer_id: customer.id, "New tier key": "core" } },
  ]);
  const [trigger] = (await readPublishingPage(stage.app, stage.shop)).flow;
  expect(trigger).toMatchObject({ sent: 1, waiting: 0, problem: null });
});

test("a tier that changes is told once, after the new tag is on the customer", async () => {
  const customer = someoneIn("base");
  buy(world, customer, 900_000);
  await stage.settle();
  expect(heard()).toMatchObject([
    {
      handle: "tier-changed",
      payload: {
        customer_id: customer.id,
        ...{ "New tier": "Core", "New tier key": "core" },
        ...{ "Former tier": "Base", "Former tier key": "base" },
        ...{ Direction: "up", Reason: "After an order" },
        Orders: customer.orders.length,
      },
    },
  ]);
  const tags = heard().map((trigger) => tagsWhenHeard.get(trigger));
  expect(tags[0]).toContain("echelon:tier:core");
  expect(tags[0]).not.toContain("echelon:tier:base");
  // Nothing is told again by publishing again, or by the minute's look.
  for (const name of ["publish", "tell-flow"] as const)
    await stage.app.enqueue(stage.app.db, name, { shop: stage.shop });
  await stage.app.enqueue(stage.app.db, "tick", {});
  await stage.settle();
  expect(heard()).toHaveLength(1);
});

test("a first tier is no change of it", async () => {
  const newcomer = addCustomer(world, { email: "newcomer@example.com" });
  buy(world, newcomer, 5_000);
  await stage.settle();
  expect(newcomer.tags.some((tag) => tag.startsWith("echelon:tier:"))).toBe(true);
  expect(heard()).toEqual([]);
});

test("who comes back to the tier Flow knows before it hears of the other one is not told of", async () => {
  await save({}, { dryRun: true });
  const customer = someoneIn("base");
  const order = buy(world, customer, 900_000);
  await stage.settle();
  expect((await readPublishingPage(stage.app, stage.shop)).planned).toMatchObject({ flow: 1 });
  refundOrder(world, order);
  await stage.settle();
  expect((await readPublishingPage(stage.app, stage.shop)).planned).toMatchObject({ flow: 0 });
  await save({});
  expect(heard()).toEqual([]);
});

test("what was decided while it was only tried out is not told afterwards", async () => {
  await save({}, { dryRun: true });
  const customer = someoneIn("base");
  buy(world, customer, 900_000);
  await stage.settle();
  expect(customer.tags).toContain("echelon:tier:base");
  await save({});
  expect(customer.tags).toContain("echelon:tier:core");
  expect(heard()).toEqual([]);
});

test("a trigger that is off is silent, and one that is turned on says nothing of what was before", async () => {
  await save({ tierChanged: false });
  const customer = someoneIn("base");
  buy(world, customer, 900_000);
  await stage.settle();
  expect(customer.tags).toContain("echelon:tier:core");
  await save({});
  expect(heard()).toEqual([]);
});

test("a change of the rules is told only where the merchant wants it, and so is its undo", async () => {
  const { app, shop } = stage;
  const change = async (coreBp: number) => {
    const [core, growth, base] = defaultProgram.tiers;
    const { version } = await readLiveProgram(app, await requireShop(app, shop));
    const tiers = [{ ...core, cutBp: coreBp }, growth, base];
    const saved = await saveProgram(app, shop, { tiers }, version, { actor: "1" });
    expect(saved).toMatchObject({ kind: "saved" });
    await stage.settle();
    return app.db.run.findFirstOrThrow({
      where: { shop, kind: "program-change" },
      orderBy: { id: "desc" },
    });
  };
  const silent = await change(6_000);
  expect(silent.customersChanged).toBeGreaterThan(0);
  await undoRun(app, shop, silent.id, "1");
  await stage.settle();
  expect(heard()).toEqual([]);

  await save({ afterRuleChanges: true });
  const told = await change(7_000);
  const moved = await app.db.decision.count({ where: { runId: told.id, family: "tier" } });
  expect(moved).toBeGreaterThan(0);
  // Dates that the change brought near are told as well.
  const changed = () => heard("tier-changed");
  expect(changed()).toHaveLength(moved);
  expect(changed().map(({ payload }) => payload["Reason"])).toContain("Rules changed");
  await undoRun(app, shop, told.id, "1");
  await stage.settle();
  expect(changed()).toHaveLength(2 * moved);
  expect(changed().at(-1)?.payload).toMatchObject({ Reason: "Taken back" });
});

test("time alone: who will change is told once before it, who has been away once, and everybody who changed", async () => {
  await save({ daysBefore: 20 });
  const knownAtRisk = await stage.app.db.flowNotice.count({ where: { trigger: "at-risk" } });
  for (let fortnight = 0; fortnight < 4; fortnight += 1) {
    world.clock.advanceTo(new Date(world.clock.nowMs() + 14 * 86_400_000));
    await stage.app.enqueue(stage.app.db, "tick", {});
    await stage.settle();
    await stage.app.enqueue(stage.app.db, "tick", {});
    await stage.settle();
  }
  const ahead = heard("tier-about-to-change").map(({ payload }) => payload);
  expect(ahead.length).toBeGreaterThan(0);
  for (const payload of ahead) {
    expect(payload["Days left"]).toBeGreaterThan(0);
    expect(payload["Days left"]).toBeLessThanOrEqual(20);
    expect(payload["Next tier key"]).not.toBe(payload["Tier key"]);
  }
  const atRisk = heard("customer-at-risk").map(({ payload }) => payload["customer_id"]);
  expect(atRisk.length).toBeGreaterThan(0);
  // Nobody buys meanwhile, so nobody can come to it twice, and whoever was there before is not told of.
  expect(new Set(atRisk).size).toBe(atRisk.length);
  const known = await stage.app.db.flowNotice.findMany({ where: { trigger: "at-risk" } });
  expect(known.every(({ state }) => state === "told")).toBe(true);
  expect(known).toHaveLength(knownAtRisk + atRisk.length);
  const decided = await stage.app.db.decision.count({
    where: {
      ...{ family: "tier", reason: { in: ["time", "cut-offs"] } },
    },
  });
  expect(heard("tier-changed").length).toBeGreaterThan(0);
  expect(heard("tier-changed").length).toBeLessThanOrEqual(decided);
});

test("a forgotten customer is in no notice, and the clean-up turns everything off", async () => {
  const [someone] = await stage.app.db.flowNotice.findMany({ where: { trigger: "at-risk" } });
  if (someone === undefined) throw new Error("nobody is at risk");
  const customer = world.customers.get(Number(someone.customerId));
  if (customer === undefined) throw new Error("unknown");
  stage.simulated.webhooks.sendCompliance({ topic: "customers/redact", customer, requestId: 1 });
  await stage.settle();
  const where = { customerId: someone.customerId };
  expect(await stage.app.db.flowNotice.count({ where })).toBe(0);
  await startCleanUp(stage.app, stage.shop);
  await stage.settle();
  expect(await stage.app.db.flowNotice.count()).toBe(0);
  const page = await readPublishingPage(stage.app, stage.shop);
  expect(page.settings.flow).toMatchObject({ tierChanged: false, atRisk: false });
  expect(heard()).toEqual([]);
});

test(
  "a kill before Flow has heard tells it once, and one before its answer tells it the same again, to be known by",
  { timeout: 120_000 },
  async ({ onTestFinished }) => {
    const killable = await openKillableStage({ customers: 40 });
    onTestFinished(killable.close);
    const { app, simulated } = killable;
    const { shop } = simulated;
    killable.startWorker();
    await killable.settle();
    await savePublishing(app, shop, { ...everything, flow: allOn });
    await killable.settle();
    const rising = [...simulated.world.customers.values()].filter(({ tags }) =>
      tags.includes("echelon:tier:base"),
    );
    const hold = { kind: "override", tier: "core", untilDay: null } as const;
    for (const [place, before] of (["call", "answer"] as const).entries()) {
      const customerIds = [BigInt(rising[place]?.id ?? 0)];
      const killed = killable.killAt({ call: "ReceiveFlowTrigger", before });
      await holdCustomers(app, shop, { customerIds, hold, reason: null, actor: "1" });
      await killed;
      await killable.giveJobsBack();
      killable.startWorker();
      await killable.settle();
    }
    const told = simulated.world.flowTriggers.map(({ payload }) => payload);
    const [first, second] = rising;
    expect(told.map((payload) => payload["customer_id"])).toEqual([
      ...[first?.id, second?.id, second?.id],
    ]);
    expect(told[1]).toEqual(told[2]);
  },
);
