/** What the Movement page counts, beside a walk through the same history in plain steps. */
import { afterAll, beforeAll, expect, test } from "vitest";
import fc from "fast-check";
import { insertDecisions, insertRun, newRunId, type RunKind } from "../../app/persistence/runs.ts";
import { insertProgram } from "../../app/persistence/programs.ts";
import { saveInstallation } from "../../app/persistence/shops.ts";
import { calendarDayOf, defaultProgram, formatCalendarDay } from "../../app/scoring/index.ts";
import { listCustomers } from "../../app/use-cases/pages/customer-list.ts";
import { exportMovement } from "../../app/use-cases/pages/export-movement.ts";
import { readMovementPage, type MovementPage } from "../../app/use-cases/pages/movement-page.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";
import { everybody } from "../setup/everybody.ts";

const shop = "one.myshopify.com";
/** Clocks there go forward on 29 March 2026. */
const timeZone = "Europe/Berlin";
const now = new Date("2026-04-10T12:00:00Z");
const noState = { autoTier: null, tierSinceDay: null, belowFromDay: null };
const labels = ["core", "growth", "base", null] as const;
type Label = (typeof labels)[number];

interface Step {
  kind: RunKind;
  at: Date;
  moves: { customer: number; to: Label }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
  app.setNow(now);
  await saveInstallation(app.db, shop, { currencyCode: "EUR", timeZone }, now);
  await insertProgram(app.db, shop, 1, defaultProgram, now);
});
afterAll(() => app.close());

/** Replaces what the shop holds by this history; returns who had which tier at the end of a day. */
async function live(history: readonly Step[]): Promise<(day: string) => Map<number, Label>> {
  await app.db.$executeRaw`TRUNCATE decision, run, standing`;
  const held = new Map<number, Label>();
  const snapshots: { day: string; held: Map<number, Label> }[] = [];
  for (const { kind, at, moves } of history) {
    const changes = moves.filter(({ customer, to }) => (held.get(customer) ?? null) !== to);
    const decisions = changes.map(({ customer, to }) => {
      const fromKey = held.get(customer) ?? null;
      held.set(customer, to);
      return {
        customerId: BigInt(customer),
        family: "tier",
        fromKey,
        toKey: to,
        reason: "order",
        from: noState,
      } as const;
    });
    await app.db.$transaction(async (tx) => {
      const id = await newRunId(tx);
      const facts = { customersScored: 1, decisions: decisions.length, startedAt: at };
      await insertRun(tx, {
        ...facts,
        shop,
        id,
        kind,
        programVersion: 1,
        decidedAt: at,
        finishedAt: at,
      });
      await insertDecisions(tx, shop, id, at, decisions);
    });
    snapshots.push({ day: formatCalendarDay(calendarDayOf(at, timeZone)), held: new Map(held) });
  }
  for (const [customer, tier] of held) {
    await app.db.standing.create({
      data: {
        shop,
        customerId: BigInt(customer),
        tier,
        countedOrders: 1,
        netMinorUnits: 1,
        windowOrders: 1,
        windowNetMinorUnits: 1,
      },
    });
  }
  return (day) => snapshots.filter((each) => each.day <= day).at(-1)?.held ?? new Map();
}

function movedBetween(from: Map<number, Label>, until: Map<number, Label>): string[] {
  return [...new Set([...from.keys(), ...until.keys()])]
    .map((customer) => [from.get(customer) ?? null, until.get(customer) ?? null])
    .filter(([was, is]) => was !== null || is !== null)
    .map(([was, is]) => `${was} > ${is}`)
    .sort();
}

function movesOf({ movement }: MovementPage): string[] {
  return (movement?.moves ?? [])
    .flatMap(({ fromKey, toKey, customers }) =>
      Array.from({ length: customers }, () => `${fromKey} > ${toKey}`),
    )
    .sort();
}

const moves = fc.uniqueArray(
  fc.record({ customer: fc.integer({ min: 1, max: 8 }), to: fc.constantFrom(...labels) }),
  { maxLength: 6, selector: ({ customer }) => customer },
);
/** Several runs may decide at one moment, around midnights and the change of clocks. */
const moments = fc.constantFrom(
  "2026-03-01T10:00:00Z",
  "2026-03-27T23:30:00Z",
  "2026-03-28T22:59:59Z",
  "2026-03-28T23:00:00Z",
  "2026-03-29T21:59:59Z",
  "2026-03-29T22:00:00Z",
  "2026-04-09T12:00:00Z",
);
const histories = fc
  .tuple(moves, fc.array(fc.record({ at: moments, moves }), { maxLength: 8 }))
  .map(([first, later]): Step[] => [
    {
      kind: "import",
      at: new Date("2026-02-20T10:00:00Z"),
      moves: [...first, { customer: 9, to: "base" }],
    },
    ...later
      .map((each) => ({ ...each, kind: "order" as const, at: new Date(each.at) }))
      .sort((a, b) => a.at.getTime() - b.at.getTime()),
  ]);

test(
  "counts everybody by the tiers they had at the end of two days, whatever happened between and when",
  { timeout: 60_000 },
  async () => {
    const days = fc.constantFrom(
      "2026-02-19",
      "2026-03-15",
      "2026-03-28",
      "2026-03-29",
      "2026-04-09",
    );
    await fc.assert(
      fc.asyncProperty(histories, days, async (history, from) => {
        const heldOn = await live(history);
        const until = "2026-04-10";
        const page = await readMovementPage(app, shop, {
          family: "tier",
          period: { kind: "between", from, until },
          showsFlows: true,
        });
        const start = heldOn(from < "2026-02-20" ? "2026-02-20" : from);
        expect(movesOf(page)).toEqual(movedBetween(start, heldOn(until)));
        for (const { key, customers } of page.movement?.counts.labels ?? []) {
          const expected = (page.movement?.counts.days ?? []).map(
            (day) => [...heldOn(day).values()].filter((label) => label === key).length,
          );
          expect(customers).toEqual(expected);
        }
        const steps = page.movement?.flows ?? [];
        for (const [index, { untilDay, moves: flowed }] of steps.entries()) {
          const before = index === 0 ? start : heldOn(steps[index - 1]?.untilDay ?? "");
          const changed = movedBetween(before, heldOn(untilDay)).filter(isChange);
          const drawn = flowed.filter(({ fromKey, toKey }) => fromKey !== toKey);
          expect(
            movesOf({ ...page, movement: page.movement && { ...page.movement, moves: drawn } }),
          ).toEqual(changed);
        }
        for (const { fromKey, toKey, customers } of page.movement?.moves ?? []) {
          if (fromKey === toKey) continue;
          const moved = {
            family: "tier",
            fromKey,
            toKey,
            from: page.movement?.period.from ?? null,
            until,
          } as const;
          expect((await listCustomers(app, shop, { ...everybody, moved })).matching).toBe(
            customers,
          );
        }
      }),
      { numRuns: 40 },
    );
  },
);

function isChange(move: string): boolean {
  const [from, to] = move.split(" > ");
  return from !== to;
}

test("nobody moved by the first calculation, and a page without one says so", async () => {
  await live([]);
  const query = { family: "tier", period: { kind: "last", days: 30 }, showsFlows: false } as const;
  expect((await readMovementPage(app, shop, query)).movement).toBeNull();
  await live([{ kind: "import", at: now, moves: [{ customer: 1, to: "core" }] }]);
  const { movement } = await readMovementPage(app, shop, query);
  expect(movement).toMatchObject({
    firstDay: "2026-04-10",
    up: 0,
    down: 0,
    entered: 0,
    reasons: [],
    list: [],
  });
});

test("the export has every move by its day", async () => {
  await live([
    { kind: "import", at: new Date("2026-04-01T10:00:00Z"), moves: [{ customer: 1, to: "base" }] },
    { kind: "order", at: new Date("2026-04-02T22:30:00Z"), moves: [{ customer: 1, to: "core" }] },
  ]);
  const csv = await exportMovement(app, shop, {
    family: "tier",
    period: { kind: "last", days: 30 },
  });
  expect(csv.split("\r\n")).toEqual([
    "day,from,to,reason,moves",
    "2026-04-03,Base,Core,order,1",
    "",
  ]);
});
