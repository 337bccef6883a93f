/** Why a customer is where they are, and what somebody decided by hand, as the pages read it back. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { saveOrders, type LedgerOrder } from "../../app/persistence/orders.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { parseProgram } from "../../app/scoring/index.ts";
import { listCustomers } from "../../app/use-cases/pages/customer-list.ts";
import { readMovementPage } from "../../app/use-cases/pages/movement-page.ts";
import { readWhy, type Why } from "../../app/use-cases/pages/why.ts";
import { actByHand, type HandRequest } from "../../app/use-cases/scoring/act-by-hand.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";
import { everybody } from "../setup/everybody.ts";

const shop = "one.myshopify.com";
const asOf = Date.parse("2026-06-30T12:00:00Z");
const dayMs = 86_400_000;
let app: TestApp;

beforeEach(async () => {
  app = await openTestApp();
  app.setNow(new Date(asOf));
  const facts = { currencyCode: "GBP", timeZone: "Europe/London" };
  await saveInstallation(app.db, shop, facts, new Date(asOf));
});
afterEach(() => app.close());

const spendLadder = {
  currency: "GBP",
  windowDays: 100,
  tiersBy: { kind: "thresholds" },
  tiers: [
    { key: "core", name: "Core", when: { windowSpendAtLeast: "500" } },
    {
      key: "growth",
      name: "Growth",
      when: { windowSpendAtLeast: "200" },
      keepWhen: { windowSpendAtLeast: "150" },
    },
    { key: "base", name: "Base" },
  ],
};

async function live(program: object, orders: LedgerOrder[]): Promise<void> {
  const parsed = parseProgram(program);
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  await insertProgram(app.db, shop, 1, parsed.program, new Date(asOf));
  await saveOrders(app.db, shop, orders);
  await scoreBase(app, shop, "import");
}

function order(id: number, customer: number, daysAgo: number, pence: number): LedgerOrder {
  const at = new Date(asOf - daysAgo * dayMs);
  return {
    ...{ orderId: BigInt(id), customerId: BigInt(customer), name: `#${id}`, test: false },
    ...{ processedAt: at, updatedAt: at, cancelledAt: null },
    ...{ totalMinorUnits: BigInt(pence), refundedMinorUnits: 0n },
  };
}

async function whyOf(customerId: string): Promise<Why> {
  const why = await readWhy(app, shop, customerId);
  if (why === null) throw new Error(`${customerId} is known`);
  return why;
}

function byHand(request: HandRequest, ...ids: bigint[]) {
  return actByHand(app, shop, request, { customerIds: ids, reason: "loyal", actor: "77" });
}

describe("why", () => {
  beforeEach(() =>
    live(spendLadder, [order(1, 1, 50, 25_000), order(2, 1, 10, 15_800), order(3, 2, 5, 900)]),
  );

  test("says what decides on the tier, what stays and what enters the next", async () => {
    const why = await whyOf("1");
    expect(why).toMatchObject({ tier: { key: "growth" }, automaticTier: { key: "growth" } });
    expect(why.rules).toEqual([
      { metric: "windowSpend", actual: 40_800, stay: 15_000, enterNext: 50_000 },
    ]);
  });

  test("says what one order reaches the next tier, and what keeps this one and by when", async () => {
    const { toEnter, toKeep } = await whyOf("1");
    expect(toEnter).toEqual({
      tier: { key: "core", name: "Core" },
      orderOn: "2026-06-30",
      distance: { kind: "amount", minor: 9_200 },
    });
    // £250 leave the window first and £158 are enough to stay; when those leave too, £150 are missing.
    expect(toKeep).toEqual({
      tier: { key: "growth", name: "Growth" },
      orderOn: "2026-09-27",
      lostOn: "2026-09-28",
      distance: { kind: "amount", minor: 15_000 },
    });
  });

  test("knows nobody who never ordered, and nobody of another shop", async () => {
    expect(await readWhy(app, shop, "99")).toBeNull();
    expect(await readWhy(app, shop, "first")).toBeNull();
    const other = "two.myshopify.com";
    await saveInstallation(app.db, other, { currencyCode: "GBP", timeZone: "UTC" }, new Date(asOf));
    await insertProgram(app.db, other, 1, {}, new Date(asOf));
    expect(await readWhy(app, other, "1")).toBeNull();
  });
});

describe("a tier set by hand", () => {
  beforeEach(() => live(spendLadder, [order(1, 1, 50, 25_000), order(3, 2, 5, 900)]));
  const override: HandRequest = { intent: "override", tier: "core", until: "2026-08-01" };

  test("is in effect beside what the rules would say, with who, until when and why", async () => {
    expect(await byHand(override, 1n)).toMatchObject({ kind: "done", customersChanged: 1 });
    const why = await whyOf("1");
    expect(why).toMatchObject({
      tier: { key: "core" },
      automaticTier: { key: "growth" },
      heldBy: ["override"],
      holds: [
        { kind: "override", tier: "Core", until: "2026-08-01", reason: "loyal", setBy: "77" },
      ],
    });
  });

  test("is found in the list of the overridden and counted among the moves by hand", async () => {
    await byHand(override, 1n);
    const query = { ...everybody, view: "by-hand" } as const;
    const { rows } = await listCustomers(app, shop, query);
    expect(rows).toMatchObject([{ customerId: "1", tier: "core", heldBy: ["override"] }]);
    const { movement } = await readMovementPage(app, shop, {
      family: "tier",
      period: { kind: "last", days: 30 },
      showsFlows: false,
    });
    expect(movement).toMatchObject({ up: 1, reasons: [{ reason: "by-hand", decisions: 1 }] });
  });

  test("goes when it is released, and the rules decide again", async () => {
    await byHand(override, 1n, 2n);
    await byHand({ intent: "release", kinds: ["override"] }, 1n, 2n);
    expect(await whyOf("1")).toMatchObject({ tier: { key: "growth" }, holds: [], heldBy: [] });
    expect(await whyOf("2")).toMatchObject({ tier: { key: "base" }, holds: [] });
  });

  test("gives way to an opt-out's end, and an opt-out alone leaves neither tier nor group", async () => {
    await byHand({ intent: "opt-out", until: null }, 1n);
    expect(await whyOf("1")).toMatchObject({
      tier: null,
      group: null,
      automaticTier: { key: "growth" },
    });
    await byHand(override, 1n);
    expect(await whyOf("1")).toMatchObject({ tier: { key: "core" }, group: null });
  });

  test.each([
    [{ ...override, tier: "gold" }, "no-such-tier"],
    [{ ...override, until: "2026-06-30" }, "day-is-over"],
    [{ ...override, until: "2026-02-30" }, "no-such-day"],
  ])("is refused with the reason: %o", async (request, problem) => {
    expect(await byHand(request as HandRequest, 1n)).toEqual({ kind: "refused", problem });
    expect((await whyOf("1")).holds).toEqual([]);
  });

  test("of nobody known changes nothing", async () => {
    expect(await byHand(override, 99n)).toEqual({ kind: "nobody" });
  });
});

describe("the next change", () => {
  const once = { ...spendLadder, groups: "three-layers" };

  test("comes with the order that leaves the window on that day", async () => {
    await live(once, [order(1, 1, 50, 25_000)]);
    expect((await whyOf("1")).nextChange).toMatchObject({
      on: "2026-08-19",
      tier: { from: "Growth", to: "Base", direction: "down" },
      cause: { kind: "leaves-window", orders: 1, netMinorUnits: 25_000, orderedOn: "2026-05-11" },
    });
  });

  test("comes with the end of the tier that was set by hand", async () => {
    await live(once, [order(1, 1, 50, 25_000)]);
    await byHand({ intent: "override", tier: "core", until: "2026-07-10" }, 1n);
    expect((await whyOf("1")).nextChange).toMatchObject({
      on: "2026-07-10",
      tier: { from: "Core", to: "Growth" },
      cause: { kind: "hold-ends", hold: "override" },
    });
  });

  test("comes with the end of the wait when the numbers fell before", async () => {
    await live({ ...once, policy: { graceDays: 20 } }, [order(1, 1, 50, 25_000)]);
    expect((await whyOf("1")).nextChange).toMatchObject({
      on: "2026-09-08",
      cause: { kind: "wait-ends", belowFrom: "2026-08-19" },
    });
  });
});

test("whoever is recalculated is scored again by the worker", async () => {
  await live(spendLadder, [order(1, 1, 50, 25_000)]);
  expect(await byHand({ intent: "recalculate" }, 1n, 99n)).toEqual({ kind: "asked", customers: 1 });
  expect(app.asked).toContain("retier");
  expect(await app.db.dirtyCustomer.findMany()).toMatchObject([{ customerId: 1n }]);
});
