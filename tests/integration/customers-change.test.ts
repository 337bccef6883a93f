/** Customers who become one, go, or are edited by somebody else; and what our own writes come back as. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addCustomers } from "../../app/use-cases/groups/add-customers.ts";
import { createGroup } from "../../app/use-cases/groups/create-group.ts";
import { readPublishingPage } from "../../app/use-cases/pages/publishing-page.ts";
import {
  holdCustomers,
  releaseCustomers,
  type HandHold,
} from "../../app/use-cases/scoring/hold-customers.ts";
import { undoRun } from "../../app/use-cases/scoring/undo-run.ts";
import { turnOnPublishing } from "../../scripts/demo/merchant.ts";
import { addCustomer } from "../../simulated-shop/world/add-customer.ts";
import { changeCustomerTags } from "../../simulated-shop/world/change-customer-tags.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { deleteCustomer } from "../../simulated-shop/world/delete-customer.ts";
import { deleteOrder } from "../../simulated-shop/world/delete-order.ts";
import { mergeCustomers, planMerge } from "../../simulated-shop/world/merge-customers.ts";
import { updateCustomer } from "../../simulated-shop/world/update-customer.ts";
import type { World } from "../../simulated-shop/world/world.ts";
import { holdingsOf } from "../setup/holdings.ts";
import { buy, holdingsDue, standingsIn } from "../setup/plain-shop.ts";
import { calibratePlainly, type PlainCalibration } from "../setup/score-plainly.ts";
import { sendWebhook } from "../setup/send-webhook.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";

let stage: TestStage;
let world: World;
let calibration: PlainCalibration;

beforeAll(async () => {
  stage = await openTestStage({ customers: 80, plan: "plus" });
  ({ world } = stage.simulated);
  calibration = calibratePlainly(world);
  await install(stage);
  await turnOnPublishing(stage);
  await stage.settle();
});
afterAll(() => stage.close());

function ranked(): Customer[] {
  const standings = standingsIn(world, calibration);
  return [...world.customers.values()].filter(({ id }) => standings.has(id));
}

function expectEverythingInStep() {
  expect(holdingsOf(world)).toEqual(holdingsDue(world, calibration));
}

async function rowsOfCustomer({ id }: Customer): Promise<number> {
  const where = { shop: stage.shop, customerId: BigInt(id) };
  const { db } = stage.app;
  const counts = await Promise.all([
    db.order.count({ where }),
    db.standing.count({ where }),
    db.publication.count({ where }),
    db.outlook.count({ where }),
    db.decision.count({ where }),
  ]);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How many events the inbox kept of what this caused. */
async function eventsOf(cause: () => void): Promise<string[]> {
  const since = new Date();
  cause();
  await stage.settle();
  const events = await stage.app.db.inboxEvent.findMany({ where: { receivedAt: { gte: since } } });
  return events.map(({ topic }) => topic).sort();
}

describe("two customers who become one", () => {
  test("are the kept one with both histories, and nothing is left of the other", async () => {
    const [one, two] = ranked();
    if (one === undefined || two === undefined) throw new Error("there are two");
    const plan = planMerge(one, two, { emailOf: one });
    const ordersOfBoth = one.orders.length + two.orders.length;
    mergeCustomers(world, plan);
    await stage.settle();
    const where = { shop: stage.shop, customerId: BigInt(plan.kept.id) };
    expect(await stage.app.db.order.count({ where })).toBe(ordersOfBoth);
    expect(await rowsOfCustomer(plan.deleted)).toBe(0);
    expectEverythingInStep();
  });

  test("keep what was decided by hand about either, the kept one's own first, as a run that can be taken back", async () => {
    const { app, shop } = stage;
    const [one, two] = ranked();
    if (one === undefined || two === undefined) throw new Error("there are two");
    const plan = planMerge(one, two, { emailOf: one });
    const [kept, gone] = [BigInt(plan.kept.id), BigInt(plan.deleted.id)];
    const by = (reason: string) => ({ reason, actor: "7" });
    const hold = (customerId: bigint, hold: HandHold, reason: string) =>
      holdCustomers(app, shop, { customerIds: [customerId], hold, ...by(reason) });
    const form = { kind: "fixed", name: "Friends", snapshotOf: null };
    const group = await createGroup(app, shop, form, null);
    if (group.kind === "refused") throw new Error("refused");
    await addCustomers(app, { shop, id: group.id }, [gone]);
    await hold(gone, { kind: "override", tier: "base", untilDay: null }, "Asked to be");
    await hold(gone, { kind: "freeze", untilDay: null }, "theirs");
    await hold(kept, { kind: "freeze", untilDay: 99_999 }, "own");

    mergeCustomers(world, plan);
    await stage.settle();
    const where = { shop, customerId: kept };
    const holdsOf = () => app.db.labelHold.findMany({ where, orderBy: { kind: "asc" } });
    const run = await app.db.run.findFirstOrThrow({ where: { shop, kind: "merge" } });
    expect(await holdsOf()).toMatchObject([
      { kind: "freeze", untilDay: 99_999, reason: "own" },
      { kind: "override", tierKey: "base", reason: "Asked to be", setBy: "7", runId: run.id },
    ]);
    expect(plan.kept.tags).toContain("echelon:tier:base");
    expect(await app.db.customGroupMember.findMany({ where: { shop } })).toEqual([
      { shop, groupId: group.id, customerId: kept },
    ]);
    expect(await app.db.customGroup.findFirst({ where: { shop } })).toMatchObject({ customers: 1 });
    expect(run).toMatchObject({ actor: null, detail: { tookOver: ["override"] } });
    expect(JSON.stringify(run.detail)).not.toContain(String(gone));
    expect(await app.db.labelHold.count({ where: { shop, customerId: gone } })).toBe(0);

    expect(await undoRun(app, shop, run.id, "7")).toMatchObject({ kind: "undone", skipped: 0 });
    await stage.settle();
    expect(await holdsOf()).toMatchObject([{ kind: "freeze" }]);
    await releaseCustomers(app, shop, { customerIds: [kept], kinds: ["freeze"], ...by("done") });
    await app.db.customGroup.delete({ where: { shop_id: { shop, id: group.id } } });
    await app.db.customGroupMember.deleteMany({ where: { shop } });
    await stage.settle();
    expectEverythingInStep();
  });

  test("of whom the kept one has become a part of a third leave what they had to that one", async () => {
    const { app, shop } = stage;
    const [one, two] = ranked();
    if (one === undefined || two === undefined) throw new Error("there are two");
    const plan = planMerge(one, two, { emailOf: one });
    mergeCustomers(world, plan);
    await stage.settle();
    const nobody = 4n;
    const hold = { kind: "opt-out", families: [], tierKey: null, groupKey: null, untilDay: null };
    const set = { reason: "Asked to be", runId: randomUUID(), setBy: "7", setAt: new Date() };
    await app.db.labelHold.create({ data: { shop, customerId: nobody, ...hold, ...set } });
    const body = {
      admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${plan.deleted.id}`,
      admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${nobody}`,
      status: "success",
    };
    expect(await sendWebhook(stage, { topic: "customers/merge", body })).toBe(200);
    await stage.settle();
    const kept = BigInt(plan.kept.id);
    expect(await app.db.labelHold.findMany({ where: { shop } })).toMatchObject([
      { customerId: kept, kind: "opt-out", reason: "Asked to be" },
    ]);
    const kinds = ["opt-out"] as const;
    await releaseCustomers(app, shop, { customerIds: [kept], kinds, reason: null, actor: "7" });
    await stage.settle();
    expectEverythingInStep();
  });

  test("that did not, because the merge failed, stay as they are", async () => {
    const [one, two] = ranked();
    if (one === undefined || two === undefined) throw new Error("there are two");
    const before = await rowsOfCustomer(two);
    const body = {
      admin_graphql_api_customer_kept_id: `gid://shopify/Customer/${one.id}`,
      admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${two.id}`,
      status: "failed",
      errors: [],
    };
    expect(await sendWebhook(stage, { topic: "customers/merge", body })).toBe(200);
    await stage.settle();
    expect(await rowsOfCustomer(two)).toBe(before);
    expectEverythingInStep();
  });
});

test("of a customer who is deleted nothing is left", async () => {
  const newcomer = addCustomer(world, { email: "newcomer@example.com" });
  const order = buy(world, newcomer, 5_000);
  await stage.settle();
  expect(await rowsOfCustomer(newcomer)).toBeGreaterThan(2);
  deleteOrder(world, order);
  deleteCustomer(world, newcomer);
  await stage.settle();
  expect(await rowsOfCustomer(newcomer)).toBe(0);
  expectEverythingInStep();
});

describe("a tag of ours", () => {
  test("that somebody takes off comes back", async () => {
    const [somebody] = ranked();
    if (somebody === undefined) throw new Error("there is one");
    changeCustomerTags(world, somebody, ["their own"]);
    await stage.settle();
    expect(somebody.tags).toContain("their own");
    expectEverythingInStep();
  });

  test("that somebody gives to a customer of another tier goes", async () => {
    const somebody = ranked().find(({ tags }) => !tags.includes("echelon:tier:core"));
    if (somebody === undefined) throw new Error("there is one");
    changeCustomerTags(world, somebody, [...somebody.tags, "Echelon:Tier:Core"]);
    await stage.settle();
    expect(somebody.tags.map((tag) => tag.toLowerCase())).not.toContain("echelon:tier:core");
    expectEverythingInStep();
  });
});

test("a customer without room for our tags is set aside, written once there is room, and warned of near the limit", async () => {
  const [somebody] = ranked();
  if (somebody === undefined) throw new Error("there is one");
  const { db } = stage.app;
  const publication = () =>
    db.publication.findFirstOrThrow({ where: { customerId: BigInt(somebody.id) } });
  const others = Array.from({ length: 249 }, (_, index) => `their ${index}`);
  changeCustomerTags(world, somebody, others);
  await stage.settle();
  expect((await publication()).problem).toBe("Tags cannot be more than 250");
  expect(somebody.tags).toHaveLength(249);

  changeCustomerTags(world, somebody, others.slice(0, 239));
  await stage.settle();
  expect((await publication()).problem).toBeNull();
  expectEverythingInStep();
  expect((await readPublishingPage(stage.app, stage.shop)).nearTagLimit).toEqual([
    { customerId: String(somebody.id), tags: 241 },
  ]);
});

describe("leaves no event behind and makes nobody dirty:", () => {
  test("the echo of a whole publication", async () => {
    const events = await eventsOf(() => {
      for (const customer of ranked().slice(0, 5)) buy(world, customer, 900_000);
    });
    expect(events.length).toBeGreaterThan(0);
    expect(events.filter((topic) => topic.startsWith("customer"))).toEqual([]);
    expectEverythingInStep();
  });

  test("a change of a customer's name", async () => {
    const [somebody] = ranked();
    if (somebody === undefined) throw new Error("there is one");
    const events = await eventsOf(() => {
      updateCustomer(world, somebody, { firstName: "Renamed" });
    });
    expect(events).toEqual([]);
  });

  test("a tag of the merchant's own", async () => {
    const [somebody] = ranked();
    if (somebody === undefined) throw new Error("there is one");
    const events = await eventsOf(() => {
      changeCustomerTags(world, somebody, [...somebody.tags, "met at the fair"]);
    });
    expect(events).toEqual([]);
  });
});
