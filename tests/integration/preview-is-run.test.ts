/** What a preview says is what the run does that follows, customer by customer. */
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { markDirty } from "../../app/persistence/dirty-customers.ts";
import { saveOrders, type LedgerOrder } from "../../app/persistence/orders.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import {
  calendarDayOf,
  defaultProgram,
  programSchema,
  type Program,
} from "../../app/scoring/index.ts";
import { randomPolicyPrograms } from "../../app/scoring/testing/random-programs.ts";
import { createPreviewer, type Previewer } from "../../app/use-cases/previewing/previewer.ts";
import { requireShop } from "../../app/use-cases/require-shop.ts";
import {
  holdCustomers,
  releaseCustomers,
  type HandHold,
} from "../../app/use-cases/scoring/hold-customers.ts";
import { retierDirtyCustomers } from "../../app/use-cases/scoring/retier-dirty-customers.ts";
import { readLiveProgram } from "../../app/use-cases/scoring/live-program.ts";
import { undoRun } from "../../app/use-cases/scoring/undo-run.ts";
import { saveProgram } from "../../app/use-cases/scoring/save-program.ts";
import { scoreBase } from "../../app/use-cases/scoring/score-base.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const shop = "one.myshopify.com";
const dayMs = 86_400_000;
const firstDay = Date.parse("2026-06-01T12:00:00Z");
const customers = 80;
let app: TestApp;
let previewer: Previewer;
let orders = 0;

beforeAll(async () => {
  app = await openTestApp();
  previewer = createPreviewer(app);
  const facts = { currencyCode: "GBP", timeZone: "Europe/London" };
  await saveInstallation(app.db, shop, facts, new Date());
  await insertProgram(app.db, shop, 1, defaultProgram, new Date());
  app.setNow(new Date(firstDay));
  const [first = []] = fc.sample(purchases(300, 100), { numRuns: 1, seed: 1 });
  await saveOrders(
    app.db,
    shop,
    first.map((purchase) => orderOf(purchase, firstDay)),
  );
  await scoreBase(app, shop, "import");
});
afterAll(() => app.close());

interface Purchase {
  customer: number;
  daysAgo: number;
  pence: number;
}

function purchases(count: number, mostDaysAgo: number): fc.Arbitrary<Purchase[]> {
  return fc.array(
    fc.record({
      customer: fc.integer({ min: 1, max: customers }),
      daysAgo: fc.nat(mostDaysAgo),
      pence: fc.integer({ min: 100, max: 90_000 }),
    }),
    { minLength: count, maxLength: count },
  );
}

function orderOf({ customer, daysAgo, pence }: Purchase, atMs: number): LedgerOrder {
  orders += 1;
  const at = new Date(atMs - daysAgo * dayMs);
  return {
    orderId: BigInt(orders),
    customerId: BigInt(customer),
    name: `#${String(orders)}`,
    processedAt: at,
    updatedAt: at,
    cancelledAt: null,
    test: false,
    totalMinorUnits: BigInt(pence),
    refundedMinorUnits: 0n,
  };
}

/** The whole program as a form sends it: parts it does not have are left out of the live one too. */
function formOf(program: Program): object {
  return {
    ...Object.fromEntries(Object.keys(programSchema.shape).map((part) => [part, null])),
    ...program,
  };
}

/** By reason: whom the stored standings say to be held. */
async function countHeld(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { heldBy } of await app.db.standing.findMany({ where: { shop } }))
    for (const by of heldBy) counts[by] = (counts[by] ?? 0) + 1;
  return counts;
}

async function readLastRun() {
  return app.db.run.findFirstOrThrow({ where: { shop }, orderBy: { finishedAt: "desc" } });
}

const seenHeld = new Set<string>();

/** By hand, in a tier that both programs have; a program may not give up the tier of an override. */
async function holdSomebody(
  nth: number,
  { hold, heldTier, heldForDays, program }: (typeof turns)[number],
): Promise<void> {
  const record = await requireShop(app, shop);
  const live = (await readLiveProgram(app, record)).definition;
  const kept = live.tiers.filter(({ key }) => program.tiers.some((tier) => tier.key === key));
  const stuck = await app.db.labelHold.findMany({
    where: { shop, kind: "override", tierKey: { notIn: kept.map(({ key }) => key) } },
  });
  const by = { reason: null, actor: null };
  const released = stuck.map(({ customerId }) => customerId);
  await releaseCustomers(app, shop, { customerIds: released, kinds: ["override"], ...by });

  const today = calendarDayOf(await app.now(), record.timeZone);
  const untilDay = heldForDays === null ? null : today + heldForDays;
  const tier = kept[heldTier % kept.length]?.key;
  const wanted: HandHold =
    hold !== "override"
      ? { kind: hold, untilDay }
      : tier === undefined
        ? { kind: "opt-out", untilDay }
        : { kind: "override", tier, untilDay };
  const many = hold === "freeze" ? 10 : 1;
  const customerIds = Array.from({ length: 3 * many }, (_, at) =>
    BigInt(nth + 1 + at * (20 / many)),
  );
  await holdCustomers(app, shop, { customerIds, hold: wanted, ...by });
}

const everybody = { step: null, direction: null, skip: 0, most: 10_000 };

const turns = fc.sample(
  fc.record({
    program: randomPolicyPrograms(20_600, 20_900),
    days: fc.nat(25),
    bought: purchases(12, 3),
    hold: fc.constantFrom<HandHold["kind"]>("override", "opt-out", "freeze"),
    /** Past the next turns, or until somebody lets go. */
    heldForDays: fc.option(fc.integer({ min: 1, max: 40 })),
    heldTier: fc.nat(9),
    isUndone: fc.boolean(),
    part: fc.constantFrom("all" as const, "upgrades" as const),
  }),
  { numRuns: 20, seed: 7 },
);

test.each(turns.map((turn, nth) => ({ ...turn, nth })))(
  "previewed decisions of random program $nth are the applied ones",
  async ({ nth, ...turn }) => {
    const { program, days, bought, isUndone, part } = turn;
    const now = new Date((await app.now()).getTime() + days * dayMs);
    app.setNow(now);
    await saveOrders(
      app.db,
      shop,
      bought.map((purchase) => orderOf(purchase, now.getTime())),
    );
    await markDirty(app.db, shop, [...new Set(bought.map(({ customer }) => BigInt(customer)))]);
    await retierDirtyCustomers(app, shop);
    // Those whose labels are given back are pinned to them.
    if (isUndone) await undoRun(app, shop, (await readLastRun()).id, null);
    await holdSomebody(nth, turn);
    // Pins of those who buy after all are over with the run, before anybody has retiered them.
    const late = bought.slice(0, 4).map((purchase) => ({ ...purchase, daysAgo: 0 }));
    await saveOrders(
      app.db,
      shop,
      late.map((purchase) => orderOf(purchase, now.getTime())),
    );
    await markDirty(app.db, shop, [...new Set(late.map(({ customer }) => BigInt(customer)))]);

    const form = formOf(program);
    const result = await previewer.preview(shop, form, now, part);
    const movers = await previewer.listMovers(shop, form, { ...everybody, part }, now);
    if (result.kind === "refused" || movers.kind === "refused")
      throw new Error(JSON.stringify(result));
    const { preview } = result;

    const saved = await saveProgram(app, shop, form, preview.basedOn, { part });
    expect(saved.kind).toBe("saved");
    await scoreBase(app, shop, "program-change");
    const run = await readLastRun();
    const decisions = await app.db.decision.findMany({ where: { shop, runId: run.id } });
    const decided = (family: string) => decisions.filter((each) => each.family === family);

    const steps = (moves: { from: string | null; to: string | null; customers: number }[]) =>
      moves
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, customers: count }) => `${from} > ${to}: ${count}`)
        .sort();
    const countSteps = (family: string) => {
      const counts = new Map<string, number>();
      for (const { fromKey, toKey } of decided(family)) {
        const step = `${fromKey} > ${toKey}`;
        counts.set(step, (counts.get(step) ?? 0) + 1);
      }
      return [...counts].map(([step, count]) => `${step}: ${count}`).sort();
    };
    expect(steps(preview.tiers.moves)).toEqual(countSteps("tier"));
    expect(steps(preview.groups.moves)).toEqual(countSteps("group"));
    expect(
      movers.movers.map(({ customerId, from, to }) => `${customerId} ${from} ${to}`).sort(),
    ).toEqual(
      decided("tier")
        .map(({ customerId, fromKey, toKey }) => `${customerId} ${fromKey} ${toKey}`)
        .sort(),
    );
    const changed = new Set(
      decisions.filter(({ family }) => family !== "automatic").map(({ customerId }) => customerId),
    );
    expect(preview.customersChanged).toBe(changed.size);
    expect(Object.fromEntries(preview.held.map(({ by, customers: held }) => [by, held]))).toEqual(
      await countHeld(),
    );

    for (const { by } of preview.held) seenHeld.add(by);
    const again = await previewer.preview(shop, form, now);
    expect(again.kind === "preview" && again.preview.customersChanged).toBe(0);
  },
);

test("overrides, opt-outs, pins of an undo and pins of a part were among them", () => {
  expect([...seenHeld]).toEqual(
    expect.arrayContaining(["override", "opt-out", "freeze", "undo", "part"]),
  );
});
