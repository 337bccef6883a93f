/** What a merchant decides by hand about everybody of a view, however many pages of the list they fill. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { saveOrders } from "../../app/persistence/orders.ts";
import { actOnMany } from "../../app/use-cases/by-hand/act-on-many.ts";
import { askForMany, mostCustomers } from "../../app/use-cases/by-hand/ask-for-many.ts";
import type { ManyRequest } from "../../app/use-cases/by-hand/many-request.ts";
import { createGroup } from "../../app/use-cases/groups/create-group.ts";
import { readUndoAhead } from "../../app/use-cases/pages/run-page.ts";
import { readHandWork } from "../../app/use-cases/pages/hand-work.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { undoRun } from "../../app/use-cases/scoring/undo-run.ts";
import { openScoredShop, type ScoredShop } from "../setup/scored-shop.ts";

let it: ScoredShop;

beforeEach(async () => {
  it = await openScoredShop();
  // Customer n has bought for n pounds: 1 to 60 of 120 are base.
  const customers = Array.from({ length: 120 }, (_, index) => index + 1);
  await saveOrders(
    it.app.db,
    it.shop,
    customers.map((customer) => it.order(customer, 130 - customer, customer * 100)),
  );
  await scoreBase(it.app, it.shop, "import");
});
afterEach(() => it.app.close());

const everybody = {
  ...{ tier: null, group: null, risk: null, trait: null, interest: null, moved: null },
  ...{ view: null, search: "" },
};
const toCore: ManyRequest = { intent: "override", tier: "core", until: null };

async function ask(request: ManyRequest, view: Partial<typeof everybody> | { tier: string } = {}) {
  const by = { reason: "Summer", actor: "42" };
  return askForMany(it.app, it.shop, request, { view: { ...everybody, ...view }, ...by });
}

async function countTiers(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { tier } of await it.app.db.standing.findMany({ where: { shop: it.shop } }))
    counts[String(tier)] = (counts[String(tier)] ?? 0) + 1;
  return counts;
}

test("everybody who matched when it was asked is set by one run, which is undone as one", async () => {
  expect(await countTiers()).toEqual({ core: 24, growth: 36, base: 60 });
  expect(await ask(toCore, { tier: "base" })).toEqual({ kind: "queued", customers: 60 });
  expect(await readHandWork(it.app, it.shop)).toMatchObject([{ state: "waiting", customers: 60 }]);
  // Not in base when it was asked, and so not meant.
  await it.app.db.standing.updateMany({ where: { customerId: 100n }, data: { tier: "base" } });
  const before = await it.app.db.run.count();
  await actOnMany(it.app, it.shop);
  await actOnMany(it.app, it.shop);

  expect(await it.app.db.run.count()).toBe(before + 1);
  const [work] = await readHandWork(it.app, it.shop);
  expect(work).toMatchObject({ state: "done", done: 60, intent: "override" });
  const run = await it.app.db.run.findFirstOrThrow({ where: { id: work?.runId ?? "" } });
  expect(run).toMatchObject({
    kind: "manual",
    customersChanged: 60,
    reason: "Summer",
    actor: "42",
  });
  expect(await it.app.db.labelHold.count()).toBe(60);
  expect(await it.app.db.handActCustomer.count()).toBe(0);

  expect(await readUndoAhead(it.app, it.shop, run.id)).toMatchObject({
    ...{ restored: 60, skipped: 0, holdsTaken: 60, holdsRestored: 0 },
  });
  expect(await undoRun(it.app, it.shop, run.id, null)).toMatchObject({ customersChanged: 60 });
  expect(await it.app.db.labelHold.count()).toBe(0);
});

test("a job that fails on its last step has written nothing, and does it all when it runs again", async () => {
  await ask(toCore, { tier: "base" });
  const failing = {
    ...it.app,
    enqueue: () => Promise.reject(new Error("the database went away")),
  };
  await expect(actOnMany(failing, it.shop)).rejects.toThrow("the database went away");
  expect(await countTiers()).toEqual({ core: 24, growth: 36, base: 60 });
  expect(await it.app.db.labelHold.count()).toBe(0);
  expect(await readHandWork(it.app, it.shop)).toMatchObject([{ state: "waiting", customers: 60 }]);

  await Promise.all([actOnMany(it.app, it.shop), actOnMany(it.app, it.shop)]);
  expect(await countTiers()).toEqual({ core: 84, growth: 36 });
  expect(await it.app.db.run.count({ where: { kind: "manual" } })).toBe(1);
});

test("what cannot be done is refused before it is written down", async () => {
  expect(await ask({ ...toCore, tier: "gold" })).toMatchObject({ problem: "no-such-tier" });
  const freeze = { intent: "freeze", until: "2026-06-30" } as const;
  expect(await ask(freeze)).toMatchObject({ problem: "day-is-over" });
  expect(await ask({ ...freeze, until: "2026-02-30" })).toMatchObject({ problem: "no-such-day" });
  expect(await ask(freeze, { tier: "none" })).toMatchObject({ problem: "day-is-over" });
  expect(await ask(toCore, { tier: "none" })).toEqual({ kind: "nobody" });
  await it.app.db.$executeRaw`
    INSERT INTO standing (shop, customer_id, tier_key, counted_orders, net_minor_units, window_orders, window_net_minor_units)
    SELECT ${it.shop}, id, 'base', 1, 100, 1, 100 FROM generate_series(1000, 1000 + ${mostCustomers}) id`;
  expect(await ask(toCore)).toMatchObject({ kind: "too-many", most: mostCustomers });
  expect(await it.app.db.handAct.count()).toBe(0);
});

test("everybody of a view goes into a fixed group", async () => {
  const made = await createGroup(
    it.app,
    it.shop,
    { kind: "fixed", name: "Letter", snapshotOf: null },
    null,
  );
  if (made.kind !== "saved") throw new Error(JSON.stringify(made));
  await ask({ intent: "add-to-group", groupId: made.id }, { tier: "growth" });
  await actOnMany(it.app, it.shop);
  expect(await readHandWork(it.app, it.shop)).toMatchObject([{ state: "done", done: 36 }]);
  expect(await it.app.db.customGroupMember.count({ where: { groupId: made.id } })).toBe(36);
});
