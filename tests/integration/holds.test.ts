/** What a merchant says of a customer's labels, against what the rules make of them. */
import { afterEach, beforeEach, expect, test } from "vitest";
import { saveOrders } from "../../app/persistence/orders.ts";
import { calendarDayOf } from "../../app/scoring/index.ts";
import { holdCustomers, releaseCustomers } from "../../app/use-cases/scoring/hold-customers.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { openScoredShop, type ScoredShop } from "../setup/scored-shop.ts";

let it: ScoredShop;

beforeEach(async () => {
  it = await openScoredShop();
  // Customer n has n orders of n pounds each; 9 and 10 are core, 6 to 8 growth, the others base.
  const orders = Array.from({ length: 10 }, (_, index) => index + 1).flatMap((customer) =>
    Array.from({ length: customer }, (_, nth) =>
      it.order(customer, 10 * (11 - customer) + nth, customer * 100),
    ),
  );
  await saveOrders(it.app.db, it.shop, orders);
  await scoreBase(it.app, it.shop, "import");
});
afterEach(() => it.app.close());

const by = { reason: "A friend of the house", actor: "42" };
const today = async () => calendarDayOf(await it.app.now(), "Europe/London");

async function tierOf(customer: number): Promise<string | undefined> {
  return (await it.labels())[customer]?.split("/")[0];
}

test("an override holds against orders and new cut-offs until its day, and the group goes on", async () => {
  const untilDay = (await today()) + 3;
  const hold = { kind: "override", tier: "core", untilDay } as const;
  const held = await holdCustomers(it.app, it.shop, { customerIds: [1n, 99n], hold, ...by });
  expect(held).toMatchObject({ kind: "done", customers: 1, customersChanged: 1 });
  expect(await tierOf(1)).toBe("core");

  await it.take(it.order(1, 0, 150));
  expect((await it.labels())[1]).toMatch(/^core\//);
  it.passDays(1);
  await scoreBase(it.app, it.shop, "recalibration");
  expect(await tierOf(1)).toBe("core");

  it.passDays(2);
  await scoreBase(it.app, it.shop, "recalibration");
  expect(await tierOf(1)).not.toBe("core");
  expect(await it.app.db.labelHold.count()).toBe(0);
});

test("a locked override lasts until it is released, and then the rules have the customer at once", async () => {
  const hold = { kind: "override", tier: "base", untilDay: null } as const;
  await holdCustomers(it.app, it.shop, { customerIds: [9n, 10n], hold, ...by });
  expect([await tierOf(9), await tierOf(10)]).toEqual(["base", "base"]);
  const release = { customerIds: [1n, 9n, 10n], kinds: ["override"], ...by } as const;
  expect(await releaseCustomers(it.app, it.shop, release)).toMatchObject({ customers: 2 });
  expect([await tierOf(9), await tierOf(10)]).toEqual(["core", "core"]);
  expect(await releaseCustomers(it.app, it.shop, release)).toEqual({ kind: "nobody" });
});

test("whoever opted out carries nothing of ours, whatever they buy", async () => {
  const hold = { kind: "opt-out", untilDay: null } as const;
  await holdCustomers(it.app, it.shop, { customerIds: [10n], hold, ...by });
  expect((await it.labels())[10]).toBe("-/-");
  await it.take(it.order(10, 0, 90_000));
  expect((await it.labels())[10]).toBe("-/-");
  const standing = await it.app.db.standing.findFirst({ where: { customerId: 10n } });
  expect(standing).toMatchObject({ autoTier: "core", heldBy: ["opt-out"] });
});

test("while a tier is held, what the rules would have done is recorded beneath it", async () => {
  const hold = { kind: "override", tier: "growth", untilDay: null } as const;
  await holdCustomers(it.app, it.shop, { customerIds: [1n], hold, ...by });
  await it.take(it.order(1, 0, 90_000), it.order(1, 0, 90_000));
  const decisions = await it.app.db.decision.findMany({
    where: { customerId: 1n, family: { in: ["tier", "automatic"] } },
    orderBy: { runId: "asc" },
  });
  expect(
    decisions.map(({ family, fromKey, toKey, reason }) => [family, fromKey, toKey, reason]),
  ).toEqual([
    ["tier", null, "base", "order"],
    ["tier", "base", "growth", "by-hand"],
    ["automatic", "base", "core", "order"],
  ]);
});

test("every hold is a run by hand that says who and why", async () => {
  const hold = { kind: "override", tier: "growth", untilDay: null } as const;
  await holdCustomers(it.app, it.shop, { customerIds: [9n], hold, ...by });
  const run = await it.app.db.run.findFirst({ where: { kind: "manual" } });
  expect(run).toMatchObject({ ...by, customersScored: 1, customersChanged: 1, decisions: 1 });
  expect(await it.app.db.labelHold.findMany()).toMatchObject([
    { kind: "override", tierKey: "growth", reason: by.reason, setBy: "42", runId: run?.id },
  ]);
});

test("a hold that cannot be is refused, and nothing is written", async () => {
  const ask = async (hold: Parameters<typeof holdCustomers>[2]["hold"]) =>
    holdCustomers(it.app, it.shop, { customerIds: [1n], hold, ...by });
  expect(await ask({ kind: "override", tier: "platinum", untilDay: null })).toMatchObject({
    problem: "no-such-tier",
  });
  expect(await ask({ kind: "freeze", untilDay: await today() })).toMatchObject({
    problem: "day-is-over",
  });
  expect(await it.app.db.run.count({ where: { kind: "manual" } })).toBe(0);
});
