/** What a run's page says of it, against the decisions themselves. */
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { saveHolds, type HoldKind } from "../../app/persistence/label-holds.ts";
import {
  countTakenBack,
  listChangedSince,
  listRunMovers,
  readRunDecisions,
} from "../../app/persistence/run-decisions.ts";
import { insertDecisions } from "../../app/persistence/runs.ts";
import { openTestApp, type TestApp } from "../setup/test-app.ts";

const today = 20_000;
const customers = 6;
let app: TestApp;

beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** Ids of runs ascend in time. */
function idOf(run: number): string {
  return `00000000-0000-7000-8000-${String(run).padStart(12, "0")}`;
}

const customer = fc.integer({ min: 1, max: customers });
const family = fc.constantFrom("tier" as const, "group" as const, "automatic" as const);
const history = fc.record({
  decisions: fc.uniqueArray(fc.record({ run: fc.integer({ min: 1, max: 4 }), customer, family }), {
    selector: ({ run, customer: id, family: of }) => `${String(run)} ${String(id)} ${of}`,
  }),
  holds: fc.uniqueArray(
    fc.record({
      run: fc.integer({ min: 1, max: 5 }),
      customer,
      kind: fc.constantFrom<HoldKind>("override", "opt-out", "pin", "freeze"),
      families: fc.subarray(["tier", "group"]),
      untilDay: fc.constantFrom(null, today - 1, today, today + 1),
    }),
    { selector: ({ customer: id, kind }) => `${String(id)} ${kind}` },
  ),
});

const nothing = { fromKey: null, reason: "cut-offs" as const };
const from = { autoTier: null, tierSinceDay: null, belowFromDay: null };

async function makeShop({
  decisions,
  holds,
}: typeof history extends fc.Arbitrary<infer T> ? T : never) {
  const shop = `${randomUUID()}.myshopify.com`;
  const figures = { netMinorUnits: 0n, windowOrders: 1, countedOrders: 1 };
  await app.db.standing.createMany({
    data: Array.from({ length: customers }, (_, index) => ({
      ...{ shop, customerId: BigInt(index + 1), ...figures },
      // Some spend the same.
      windowNetMinorUnits: BigInt(index >> 1),
    })),
  });
  await app.db.$transaction(async (tx) => {
    for (const { run, customer: id, family: of } of decisions) {
      const row = {
        ...nothing,
        customerId: BigInt(id),
        family: of,
        toKey: `${of}-${String(run)}`,
        from,
      };
      await insertDecisions(tx, shop, idOf(run), new Date(0), [row]);
    }
    const setAt = new Date(0);
    await saveHolds(
      tx,
      shop,
      holds.map(({ run, customer: id, ...hold }) => ({
        ...{ ...hold, customerId: BigInt(id), runId: idOf(run), setAt, setBy: null, reason: null },
        ...{ tierKey: null, groupKey: null },
      })),
    );
  });
  return shop;
}

test("what an undo would do is counted as every decision of the run says, whatever came after it", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const shop = await makeShop(made);
      for (const run of [1, 2, 3, 4]) {
        const decided = (await readRunDecisions(app.db, shop, idOf(run), today)).filter(
          (each) => each.family !== "automatic",
        );
        const idsOf = (rows: typeof decided) => new Set(rows.map(({ customerId }) => customerId));
        const skipped = idsOf(decided.filter(({ isLast }) => !isLast));
        const restored = idsOf(decided.filter(({ isLast }) => isLast));
        expect(await countTakenBack(app.db, shop, idOf(run), today)).toEqual({
          restored: restored.size,
          skipped: skipped.size,
        });
        expect(await listChangedSince(app.db, shop, idOf(run), today, customers)).toEqual(
          [...skipped].sort(),
        );
      }
    }),
    { numRuns: 40 },
  );
});

test("page after page, everybody a run moved is listed once, who spends most first, with both labels", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (made) => {
      const shop = await makeShop(made);
      const listed = [];
      let after = null;
      for (;;) {
        const page = await listRunMovers(app.db, shop, idOf(1), after, 2);
        listed.push(...page);
        const last = page.at(-1);
        if (last === undefined) break;
        after = last;
      }
      const moved = made.decisions.filter((each) => each.run === 1 && each.family !== "automatic");
      const ids = [...new Set(moved.map((each) => each.customer))].sort((a, b) => b - a);
      expect(listed.map(({ customerId }) => Number(customerId))).toEqual(ids);
      for (const row of listed)
        for (const of of ["tier", "group"] as const) {
          const isMoved = moved.some(
            (each) => BigInt(each.customer) === row.customerId && each.family === of,
          );
          expect(row[of]).toEqual(isMoved ? { from: null, to: `${of}-1` } : null);
        }
    }),
    { numRuns: 20 },
  );
});
