/** What workflows of Shopify Flow have the app do, called as Flow calls. */
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { formatCalendarDay } from "../../app/scoring/index.ts";
import { createGroup } from "../../app/use-cases/groups/create-group.ts";
import { readRunPage } from "../../app/use-cases/pages/run-page.ts";
import { runFlowAction } from "../../app/use-cases/flow/actions/run-flow-action.ts";
import { deleteFlowActionRunsBefore } from "../../app/persistence/flow-action-runs.ts";
import { holdCustomers, releaseCustomers } from "../../app/use-cases/scoring/hold-customers.ts";
import { undoRun } from "../../app/use-cases/scoring/undo-run.ts";
import { projectFolder } from "../../scripts/project-folder.ts";
import { readFlowExtensions } from "../../simulated-shop/flow/read-flow-extensions.ts";
import { addCustomer } from "../../simulated-shop/world/add-customer.ts";
import { askAsMerchant } from "../setup/ask-as-merchant.ts";
import { holdTable } from "../setup/held-table.ts";
import { sendFlowCall, type SentFlowCall } from "../setup/send-flow-call.ts";
import { rowsOf } from "../setup/table-rows.ts";
import { install, openTestStage, type TestStage } from "../setup/test-stage.ts";
import { waitFor } from "../setup/wait-for.ts";

const extensionsFolder = join(projectFolder, "extensions");
let stage: TestStage;
/** Of somebody in the lowest tier. */
let customer: string;

beforeAll(async () => {
  stage = await openTestStage({ customers: 40, extensionsFolder });
  await install(stage);
  const low = await stage.app.db.standing.findFirstOrThrow({ where: { tier: "base" } });
  customer = String(low.customerId);
  for (const [kind, name] of [
    ["fixed", "Summer party"],
    ["dynamic", "Many orders"],
    ["fixed", "Twins"],
    ["fixed", "Twins"],
  ] as const) {
    const orders = { kind: "count", of: "orders", compare: "at-least", value: 2 };
    const more =
      kind === "fixed" ? { snapshotOf: null } : { rule: { match: "all", conditions: [orders] } };
    const made = await createGroup(stage.app, stage.shop, { kind, name, ...more }, "1");
    expect(made.kind).toBe("saved");
  }
  await stage.settle();
});
afterAll(() => stage.close());

const answerSchema = z.object({
  return_value: z.record(z.string(), z.unknown()).optional(),
  message: z.string().optional(),
});

/** Runs an action as a workflow does; the customer is the one in the lowest tier. */
async function act(handle: string, properties: object = {}, actionRunId: string = randomUUID()) {
  const answer = await stage.simulated.runFlowAction({
    handle,
    properties: { customer_id: customer, step_reference: randomUUID(), ...properties },
    actionRunId,
  });
  const { return_value: returned, message } = answerSchema.parse(JSON.parse(answer.body));
  return { status: answer.status, returned, message };
}

async function tierOf(id = customer): Promise<string | null> {
  const where = { shop_customerId: { shop: stage.shop, customerId: BigInt(id) } };
  return (await stage.app.db.standing.findUniqueOrThrow({ where })).tier;
}

function lastRun() {
  return stage.app.db.run.findFirstOrThrow({ orderBy: { id: "desc" } });
}

/** What a refused call may not have changed. */
async function allRows() {
  await stage.settle();
  // Where it is noted, some seconds later, what Shopify lets us spend.
  const { shop: _shop, ...rows } = await rowsOf(stage.app.db, stage.shop);
  return rows;
}

test("what the extensions declare is what the app answers, handle by handle", async () => {
  const { actions } = readFlowExtensions(extensionsFolder);
  expect(actions.map(({ handle }) => handle).toSorted()).toEqual([
    "add-to-fixed-group",
    "recalculate-customer",
    "set-tier",
  ]);
  for (const { handle, runtimeUrl } of actions) {
    expect(runtimeUrl).toBe("/flow/actions");
    const { message } = await act(handle, { customer_id: "" });
    expect(message).toBe("The workflow did not say which customer.");
  }
});

describe("a call that is refused changes nothing", () => {
  const call = (changes: object = {}) => ({
    shopify_domain: stage.shop,
    action_run_id: randomUUID(),
    handle: "set-tier",
    properties: { customer_id: customer, tier: "core" },
    ...changes,
  });
  const large = JSON.stringify({ note: "x".repeat(200_000) });
  test.each<[string, number, () => Partial<SentFlowCall>]>([
    ["by its size", 413, () => ({ body: large })],
    ["signed with another secret", 401, () => ({ body: call(), secret: "somebody else's" })],
    ["with an invented signature", 401, () => ({ body: call(), signature: "AAAA" })],
    ["with an empty signature", 401, () => ({ body: call(), signature: "" })],
    ["that is no JSON", 400, () => ({ body: '{"handle":' })],
    ["that is a list", 400, () => ({ body: "[]" })],
    ["without an id of its run", 400, () => ({ body: call({ action_run_id: undefined }) })],
    ["of no shop's address", 400, () => ({ body: call({ shopify_domain: "evil.example.com" }) })],
    ["of an action there is not", 404, () => ({ body: call({ handle: "give-discount" }) })],
    [
      "of a shop nobody knows",
      404,
      () => ({ body: call({ shopify_domain: "nobody-knows.myshopify.com" }), shop: stage.shop }),
    ],
    ["without any field", 422, () => ({ body: call({ properties: undefined }) })],
    ["at another address", 404, () => ({ body: call(), path: "/flow/actions/set-tier" })],
  ])("%s", async (_what, status, sent) => {
    const before = await allRows();
    const { clientSecret: secret } = stage.simulated;
    const answer = await sendFlowCall(stage.appUrl, { secret, body: "", ...sent() });
    expect(answer.status).toBe(status);
    expect(await allRows()).toEqual(before);
  });

  test.each(["GET", "HEAD", "PUT", "DELETE"])("by %s", async (method) => {
    expect((await fetch(new URL("/flow/actions", stage.appUrl), { method })).status).toBe(405);
  });

  test.each<[string, string, object, RegExp]>([
    ["no such customer", "set-tier", { tier: "core", customer_id: "404" }, /no customer 404/],
    ["nobody with orders", "recalculate-customer", { customer_id: 404 }, /404 has no orders/],
    ["no tier", "set-tier", { tier: " " }, /“Tier” is empty/],
    ["no such tier", "set-tier", { tier: "gold" }, /no tier “gold”. The tiers are: Core, Growth/],
    ["no number of days", "set-tier", { tier: "core", days: "soon" }, /whole number from 1/],
    ["no date", "set-tier", { tier: "core", until: "tomorrow" }, /date like 2026-12-31/],
    ["a day that is over", "set-tier", { tier: "core", until: "2026-06-30" }, /after today/],
    ["two ends", "set-tier", { tier: "core", until: "2026-12-31", days: 3 }, /not both/],
    ["no group", "add-to-fixed-group", {}, /“Group” is empty/],
    ["no such group", "add-to-fixed-group", { group: "Winter" }, /no group “Winter”/],
    ["a dynamic group", "add-to-fixed-group", { group: "many orders" }, /dynamic group/],
    ["one of two groups", "add-to-fixed-group", { group: "Twins" }, /Several fixed groups/],
    [
      "no such member",
      "add-to-fixed-group",
      { group: "Summer party", customer_id: 404 },
      /no customer 404/,
    ],
  ])("about %s, in words for the workflow's run", async (_what, handle, properties, words) => {
    const before = await allRows();
    const answer = await act(handle, properties);
    expect(answer).toMatchObject({ status: 422, message: expect.stringMatching(words) as string });
    expect(await allRows()).toEqual(before);
  });

  test("about whoever opted out", async () => {
    const other = await stage.app.db.standing.findFirstOrThrow({ where: { tier: "growth" } });
    const customerIds = [other.customerId];
    const hold = { kind: "opt-out", untilDay: null } as const;
    await holdCustomers(stage.app, stage.shop, { customerIds, hold, reason: null, actor: "1" });
    const before = await allRows();
    const answer = await act("set-tier", { tier: "core", customer_id: String(other.customerId) });
    expect(answer).toMatchObject({
      status: 422,
      message: expect.stringMatching(/opted out/) as string,
    });
    expect(await allRows()).toEqual(before);
  });
});

test("a tier is set by its name, with a reason and an end, as a run of Flow's that can be taken back", async () => {
  const answer = await act("set-tier", { tier: " CORE ", reason: "Wholesale", days: "30" });
  expect(answer).toMatchObject({
    status: 200,
    returned: { tier: "Core", tierKey: "core", previousTier: "Base", tierChanged: true },
  });
  expect(await tierOf()).toBe("core");
  const hold = await stage.app.db.labelHold.findFirstOrThrow({ where: { kind: "override" } });
  expect(hold).toMatchObject({ tierKey: "core", reason: "Wholesale", setBy: "shopify-flow" });
  expect(formatCalendarDay(hold.untilDay ?? 0)).toBe("2026-07-30");

  const { id } = await lastRun();
  const page = await readRunPage(stage.app, stage.shop, id, null, "1");
  expect(page?.run).toMatchObject({
    ...{ started: "manual", actor: { kind: "flow" }, reason: "Wholesale", customersChanged: 1 },
    act: { kind: "override", isRelease: false },
  });
  for (const path of [
    `/app/movement/runs/${id}`,
    "/app/movement/runs",
    `/app/customers/${customer}`,
  ])
    expect((await askAsMerchant(stage.appUrl, stage.simulated, { path })).text).toContain(
      "Shopify Flow",
    );
  expect(await undoRun(stage.app, stage.shop, id, "1")).toMatchObject({ kind: "undone" });
  expect(await tierOf()).toBe("base");
});

test("a tier can end on a date, or stay; a field the action has not is left alone", async () => {
  const until = "2026-08-01T00:00:00Z";
  expect((await act("set-tier", { tier: "growth", until, days: null, color: "red" })).status).toBe(
    200,
  );
  const hold = () => stage.app.db.labelHold.findFirstOrThrow({ where: { kind: "override" } });
  expect(formatCalendarDay((await hold()).untilDay ?? 0)).toBe("2026-08-01");
  expect((await act("set-tier", { tier: "growth" })).returned).toMatchObject({
    tierChanged: false,
  });
  expect((await hold()).untilDay).toBeNull();
  const runs = await stage.app.db.run.count();
  expect((await act("set-tier", { tier: "growth", reason: "again" })).status).toBe(200);
  expect(await stage.app.db.run.count()).toBe(runs);
  const release = { customerIds: [BigInt(customer)], kinds: ["override"], reason: null } as const;
  await releaseCustomers(stage.app, stage.shop, { ...release, actor: "1" });
});

test("who never ordered can have a tier and be in a group", async () => {
  const { id } = addCustomer(stage.simulated.world, { email: "new@example.com" });
  await stage.settle();
  const properties = { customer_id: id, tier: "core" };
  expect((await act("set-tier", properties)).returned).toMatchObject({ tier: "Core", group: null });
  const other = addCustomer(stage.simulated.world, { email: "newer@example.com" });
  const joining = { customer_id: other.id, group: "Summer party" };
  expect((await act("add-to-fixed-group", joining)).returned).toEqual({
    group: "Summer party",
    added: true,
  });
});

test("a recalculation is done at once, and a run only when it moves somebody", async () => {
  const standing = { shop: stage.shop, customerId: BigInt(customer) };
  const right = await tierOf();
  const runs = await stage.app.db.run.count();
  expect((await act("recalculate-customer")).returned).toMatchObject({ tierChanged: false });
  expect(await stage.app.db.run.count()).toBe(runs);
  // As if an order's news had been lost.
  await stage.app.db.standing.updateMany({ where: standing, data: { tier: null, autoTier: null } });
  expect((await act("recalculate-customer")).returned).toMatchObject({
    tierKey: right,
    previousTier: null,
    tierChanged: true,
  });
  expect(await tierOf()).toBe(right);
  expect(await lastRun()).toMatchObject({ kind: "manual", actor: "shopify-flow" });

  // Beneath a tier that is held it is decided too.
  await act("set-tier", { tier: "core" });
  await stage.app.db.standing.updateMany({ where: standing, data: { autoTier: "growth" } });
  expect((await act("recalculate-customer")).returned).toMatchObject({ tierChanged: false });
  const { id } = await lastRun();
  const [decision] = await stage.app.db.decision.findMany({ where: { runId: id } });
  expect(decision).toMatchObject({ family: "automatic", fromKey: "growth", toKey: right });
  const release = {
    customerIds: [standing.customerId],
    kinds: ["override"],
    reason: null,
  } as const;
  await releaseCustomers(stage.app, stage.shop, { ...release, actor: "1" });
});

test("a customer joins a fixed group once, and the group says how many it has", async () => {
  const group = () =>
    stage.app.db.customGroup.findFirstOrThrow({ where: { name: "Summer party" } });
  const before = (await group()).customers;
  const answers = [
    await act("add-to-fixed-group", { group: "summer PARTY" }),
    await act("add-to-fixed-group", { group: (await group()).key }),
  ];
  expect(answers.map(({ returned }) => returned?.["added"])).toEqual([true, false]);
  expect((await group()).customers).toBe(before + 1);
});

test("a repeat is answered alike and does nothing, however many come at once", async () => {
  const properties = { tier: "core", days: 3 };
  const runs = await stage.app.db.run.count();
  const id = randomUUID();
  const first = await act("set-tier", properties, id);
  expect(first.returned).toMatchObject({ previousTier: "Base", tierChanged: true });
  // Whatever it says now: it is the same run of the workflow's step.
  expect(await act("set-tier", { tier: "no such tier" }, id)).toEqual(first);
  expect(await stage.app.db.run.count()).toBe(runs + 1);

  const atOnce = randomUUID();
  const back = { tier: "base", days: 3 };
  const answers = await Promise.all(Array.from({ length: 8 }, () => act("set-tier", back, atOnce)));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  expect(answers[0]?.returned).toMatchObject({ previousTier: "Core", tier: "Base" });
  expect(await stage.app.db.run.count()).toBe(runs + 2);
});

test("what was refused may be tried again under the same id", async () => {
  const id = randomUUID();
  expect((await act("add-to-fixed-group", { group: "Later" }, id)).status).toBe(422);
  await createGroup(stage.app, stage.shop, { kind: "fixed", name: "Later", snapshotOf: null }, "1");
  expect((await act("add-to-fixed-group", { group: "Later" }, id)).status).toBe(200);
});

test("what was answered long ago is forgotten, and nothing sooner", async () => {
  const count = () => stage.app.db.flowActionRun.count();
  const before = await count();
  await deleteFlowActionRunsBefore(stage.app.db, new Date(Date.now() - 60_000));
  expect(await count()).toBe(before);
  await deleteFlowActionRunsBefore(stage.app.db, new Date());
  expect(await count()).toBe(0);
});

describe("while a workflow is saved", () => {
  async function check(handle: string, body: object): Promise<unknown> {
    const path = `/flow/validations/${handle}`;
    const { clientSecret: secret } = stage.simulated;
    const { status, text } = await sendFlowCall(stage.appUrl, { secret, path, body });
    expect(status).toBe(200);
    return JSON.parse(text);
  }
  const steps = (...properties: object[]) => ({
    shopify_domain: stage.shop,
    steps: properties.map((each, nth) => ({ step_reference: `step-${nth}`, properties: each })),
  });

  test("a tier there is not is objected to; one there is, or that a variable says, is not", async () => {
    const tiers = [{ tier: "Core" }, { tier: "Gold" }, { tier: "{{ customer.note }}" }, {}];
    expect(await check("set-tier", steps(...tiers))).toEqual([
      { step_reference: "step-1", errors: [expect.stringMatching(/no tier “Gold”/)] },
      { step_reference: "step-3", errors: [expect.stringMatching(/“Tier” is empty/)] },
    ]);
  });

  test("a group there is not, and one nobody can be put into", async () => {
    const groups = [{ group: "Summer party" }, { group: "Winter" }, { group: "Many orders" }];
    expect(await check("add-to-fixed-group", steps(...groups))).toEqual([
      { step_reference: "step-1", errors: [expect.stringMatching(/no group “Winter”/)] },
      { step_reference: "step-2", errors: [expect.stringMatching(/dynamic group/)] },
    ]);
  });

  test("nothing is objected to that is not understood", async () => {
    const nobody = { ...steps({ tier: "Gold" }), shopify_domain: "nobody-knows.myshopify.com" };
    expect(await check("set-tier", nobody)).toEqual([]);
    expect(await check("set-tier", { shopify_domain: stage.shop, properties: {} })).toEqual([]);
    expect(await check("recalculate-customer", steps({}))).toEqual([]);
  });
});

test(
  "a shop that is being scored answers in time, and is asked again",
  { timeout: 30_000 },
  async () => {
    const held = await holdTable(stage.databaseUrl, "label_hold");
    const startedAt = performance.now();
    const id = randomUUID();
    const answer = await act("set-tier", { tier: "core" }, id).finally(held.release);
    expect(answer).toMatchObject({ status: 503, returned: undefined });
    expect(performance.now() - startedAt).toBeLessThan(9_000);
    expect((await act("set-tier", { tier: "core" }, id)).status).toBe(200);
  },
);

test(
  "of a call whose process was killed nothing remains, and its repeat is done once",
  { timeout: 30_000 },
  async () => {
    await act("set-tier", { tier: "base" });
    await stage.settle();
    const runs = await stage.app.db.run.count();
    const held = await holdTable(stage.databaseUrl, "label_hold");
    const actionRunId = randomUUID();
    const properties = { customer_id: customer, tier: "growth" };
    const call = { handle: "set-tier", properties, actionRunId };
    const cut = expect(stage.simulated.runFlowAction(call)).rejects.toThrow(/fetch failed/);
    await waitFor("the call to be under way", async () => {
      const [row] = await stage.app.db.$queryRaw<{ waiting: number }[]>`
      SELECT count(*)::int AS waiting FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return row?.waiting === 1;
    });
    process.kill(stage.webProcessId, "SIGKILL");
    await cut;
    await held.release();
    const body = {
      ...{ shopify_domain: stage.shop, action_run_id: actionRunId },
      ...{ handle: "set-tier", properties },
    };
    for (let nth = 0; nth < 2; nth += 1)
      expect(await runFlowAction(stage.app, body)).toMatchObject({
        kind: "done",
        returned: { previousTier: "Base", tier: "Growth" },
      });
    expect(await stage.app.db.run.count()).toBe(runs + 1);
  },
);
