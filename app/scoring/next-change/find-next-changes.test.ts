import fc from "fast-check";
import { expect, test } from "vitest";
import { never } from "../calendar-day.ts";
import type { OutlookRules } from "../outlook/spend-forecast.ts";
import type { DecidedTiers } from "../policy/decide-tiers.ts";
import { decideTiers } from "../policy/decide-tiers.ts";
import type { Cause } from "../policy/decide-tier.ts";
import type { Holds } from "../policy/holds.ts";
import type { PolicyState } from "../policy/policy-state.ts";
import { emptyPolicyState } from "../policy/policy-state.ts";
import type { Program } from "../program/program.ts";
import { defaultProgram } from "../program/program.ts";
import { scoreAgainst, scoreBase } from "../score-base.ts";
import { randomHolds } from "../testing/random-holds.ts";
import { randomOutlooks } from "../testing/random-outlooks.ts";
import { randomPolicyPrograms } from "../testing/random-programs.ts";
import type { TestShop } from "../testing/random-shops.ts";
import { frameOf, randomShops } from "../testing/random-shops.ts";
import { findNextChanges } from "./find-next-changes.ts";

/** Looked ahead day by day; windows, grace and stays of the random programs are over by then. */
const daysAhead = 150;

type Case = { shop: TestShop; outlook: OutlookRules | null; holds: Holds; cause: Cause };

const cases: fc.Arbitrary<Case> = fc
  .record({
    shop: randomShops,
    program: randomPolicyPrograms(60, 160),
    outlook: fc.option(randomOutlooks, { nil: null }),
    holds: randomHolds(25, 60, 180),
    cause: fc.constantFrom<Cause>("order", "refund", "cut-offs"),
  })
  .map(({ shop, program, ...rest }) => ({ ...rest, shop: { ...shop, program } }));

/** A base that has been decided on a day and, some orders and time ago, once before. */
function prepare({ shop, outlook, holds, cause }: Case) {
  const { customerCount, orders, asOfDay, program } = shop;
  const own = new Map([...holds].filter(([customer]) => customer < customerCount));
  const known = orders.filter(({ day }) => day <= asOfDay);
  const frame = frameOf(customerCount, known);
  const formerDay = asOfDay - 25;
  const former = scoreBase(
    frameOf(
      customerCount,
      known.filter((_, index) => index % 3 > 0),
    ),
    formerDay,
    program,
    outlook,
  );
  const before = decideTiers({ ...former, program, day: formerDay, cause: "rules", state: null });
  const { calibration } = scoreBase(frame, asOfDay, program, outlook);
  const decideOn = (day: number, state: PolicyState, why: Cause): DecidedTiers =>
    decideTiers({
      ...scoreAgainst(calibration, frame, day, program, outlook),
      program,
      day,
      cause: why,
      state,
      holds: own,
    });
  const changesFrom = (day: number, decided: DecidedTiers) =>
    findNextChanges({ frame, day, calibration, program, decided, holds: own, outlook });
  const first = decideOn(asOfDay, before, cause);
  return { asOfDay, customerCount, calibration, first, decideOn, changesFrom };
}

const columns = ["tier", "group", "autoTier", "sinceDay", "belowFromDay", "heldBy"] as const;

test("going day by day finds exactly the foreseen days and labels, one after the other, none earlier and none missed", () => {
  fc.assert(
    fc.property(cases, (each) => {
      const { asOfDay, customerCount, first, decideOn, changesFrom } = prepare(each);
      let daily = first;
      // What is stored: decided again only when it is due, with the day below as it was foreseen.
      const stored = structuredClone(first);
      const next = changesFrom(asOfDay, first);
      stored.belowFromDay.set(next.belowFromDay);
      const wrong: unknown[] = [];
      const compare = (what: string, one: unknown, other: unknown): void => {
        if (one !== other) wrong.push([what, one, other]);
      };
      for (let day = asOfDay + 1; day <= asOfDay + daysAhead; day++) {
        const before = daily;
        daily = decideOn(day, daily, "time");
        const isDue = Array.from(next.dueDay, (dueDay) => dueDay === day);
        const decided = isDue.includes(true) ? decideOn(day, stored, "time") : null;
        const after = decided && changesFrom(day, decided);
        for (let customer = 0; customer < customerCount; customer++) {
          const changes =
            daily.tier[customer] !== before.tier[customer] ||
            daily.group[customer] !== before.group[customer];
          compare(`change on ${day}`, next.day[customer] === day, changes);
          if (changes) {
            compare("due", next.dueDay[customer], day);
            compare("tier", next.tier[customer], daily.tier[customer]);
            compare("group", next.group[customer], daily.group[customer]);
          }
          if (isDue[customer] && decided && after) {
            for (const column of columns) {
              compare(`${column} on ${day}`, decided[column][customer], daily[column][customer]);
              stored[column][customer] = decided[column][customer] ?? NaN;
            }
            for (const column of ["day", "tier", "group", "dueDay", "belowFromDay"] as const)
              next[column][customer] = after[column][customer] ?? NaN;
            stored.belowFromDay[customer] = next.belowFromDay[customer] ?? NaN;
          }
          compare("auto", stored.autoTier[customer], daily.autoTier[customer]);
          compare("since", stored.sinceDay[customer], daily.sinceDay[customer]);
          // Below today exactly when the foreseen day has come.
          const below = stored.belowFromDay[customer] ?? NaN;
          compare(`below on ${day}`, below <= day ? below : never, daily.belowFromDay[customer]);
        }
      }
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("stages change on the day after the shop's cycle, and after three of them", () => {
  // Forty customers who each came back after ten days.
  const orders = Array.from({ length: 80 }, (_, index) => ({
    customer: index >>> 1,
    day: 100 + 10 * (index % 2),
    netMinor: 500,
  }));
  const program: Program = { ...defaultProgram, groups: "lifecycle" };
  const frame = frameOf(40, orders);
  const { calibration, scores, metrics } = scoreBase(frame, 115, program);
  const names = ["new", "growing", "mature", "declining", "lost"];
  let decided = decideTiers({ scores, metrics, program, day: 115, cause: "rules", state: null });
  const found = [115, 121].map((day) => {
    const scored = scoreAgainst(calibration, frame, day, program);
    decided = decideTiers({ ...scored, program, day, cause: "time", state: decided });
    const next = findNextChanges({ frame, day, calibration, program, decided });
    return [next.day[0], names[next.group[0] ?? -1]];
  });
  expect(found).toEqual([
    [121, "declining"],
    [141, "lost"],
  ]);
});

test("a customer alone changes on the same days as among all", () => {
  fc.assert(
    fc.property(cases, (each) => {
      const { program, orders } = each.shop;
      const { asOfDay, customerCount, first, changesFrom, calibration } = prepare(each);
      const all = changesFrom(asOfDay, first);
      for (let customer = 0; customer < customerCount; customer++) {
        const own = orders.filter((order) => order.customer === customer);
        const decided: DecidedTiers = {
          ...emptyPolicyState(1),
          tier: Int16Array.of(0),
          group: Int16Array.of(0),
        };
        for (const column of columns) decided[column][0] = first[column][customer] ?? NaN;
        const alone = findNextChanges({
          frame: frameOf(
            1,
            own.map((order) => ({ ...order, customer: 0 })),
          ),
          day: asOfDay,
          calibration,
          program,
          decided,
          holds: new Map([[0, each.holds.get(customer) ?? []]]),
          outlook: each.outlook,
        });
        expect(Object.values(alone).map(([only]) => only)).toEqual(
          Object.values(all).map((column: Int32Array | Int16Array) => column[customer]),
        );
      }
    }),
    { numRuns: 50 },
  );
});
