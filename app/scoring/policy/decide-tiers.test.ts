import fc from "fast-check";
import { expect, test } from "vitest";
import type { Program } from "../program/program.ts";
import { scoreAgainst, scoreBase } from "../score-base.ts";
import { randomPolicyPrograms, randomPrograms } from "../testing/random-programs.ts";
import type { TestShop } from "../testing/random-shops.ts";
import { frameOf, randomShops } from "../testing/random-shops.ts";
import { decideTiers } from "./decide-tiers.ts";
import { readHeldBy, writeHeldBy } from "./held-by.ts";
import type { PolicyState } from "./policy-state.ts";
import { policyStateOf } from "./policy-state.ts";

function decideShop(
  { customerCount, orders, asOfDay }: TestShop,
  program: Program,
  state: PolicyState | null,
) {
  const { scores, metrics } = scoreBase(frameOf(customerCount, orders), asOfDay, program);
  const decided = decideTiers({ program, day: asOfDay, cause: "cut-offs", scores, metrics, state });
  return { scores, decided };
}

test("a program without policy decides what the numbers of the day say, whatever was before", () => {
  fc.assert(
    fc.property(
      randomShops,
      randomPrograms,
      fc.integer({ min: -1, max: 1 }),
      (shop, random, had) => {
        const tiers = random.tiers.map(({ keepBp: _, keepWhen: __, ...tier }) => tier);
        const program = { ...random, tiers };
        const before: PolicyState = {
          autoTier: new Int16Array(shop.customerCount).fill(had),
          sinceDay: new Int32Array(shop.customerCount).fill(7),
          belowFromDay: new Int32Array(shop.customerCount).fill(30),
          heldBy: new Uint16Array(shop.customerCount).fill(0xff),
        };
        for (const state of [null, before]) {
          const { scores, decided } = decideShop(shop, program, state);
          expect(scores.keptTier).toEqual(scores.tier);
          expect(decided.tier).toEqual(scores.tier);
          expect(decided.autoTier).toEqual(scores.tier);
          expect(decided.group).toEqual(scores.group);
          expect(decided.heldBy.every((bits) => bits === 0)).toBe(true);
        }
      },
    ),
  );
});

test("what is kept is never below what is entered", () => {
  fc.assert(
    fc.property(randomShops, randomPrograms, (shop, program) => {
      const { scores } = decideShop(shop, program, null);
      expect(scores.keptTier.every((kept, each) => kept <= (scores.tier[each] ?? -1))).toBe(true);
    }),
  );
});

test("deciding again on the same day changes nothing, and everybody whose tier is not what they enter has a reason", () => {
  fc.assert(
    fc.property(randomShops, randomPolicyPrograms(60, 130), (shop, program) => {
      const { decided: first } = decideShop({ ...shop, asOfDay: shop.asOfDay - 30 }, program, null);
      const { decided: once, scores } = decideShop(shop, program, first);
      const { decided: twice } = decideShop(shop, program, once);
      expect(twice).toEqual(once);
      for (let customer = 0; customer < shop.customerCount; customer++) {
        const isHeld = once.autoTier[customer] !== scores.tier[customer];
        expect(readHeldBy(once.heldBy[customer] ?? 0).length > 0).toBe(isHeld);
      }
    }),
  );
});

test("one customer is decided as among all", () => {
  fc.assert(
    fc.property(randomShops, randomPolicyPrograms(60, 130), (shop, program) => {
      const { asOfDay, customerCount, orders } = shop;
      const { decided: before } = decideShop({ ...shop, asOfDay: asOfDay - 20 }, program, null);
      const { calibration } = scoreBase(frameOf(customerCount, orders), asOfDay, program);
      const { decided: all } = decideShop(shop, program, before);
      for (let customer = 0; customer < customerCount; customer++) {
        const own = orders.filter((order) => order.customer === customer);
        const frame = frameOf(
          1,
          own.map((order) => ({ ...order, customer: 0 })),
        );
        const { metrics, scores } = scoreAgainst(calibration, frame, asOfDay, program);
        const tierKey = program.tiers[before.autoTier[customer] ?? -1]?.key;
        const stored = {
          tierKey: tierKey ?? "",
          sinceDay: before.sinceDay[customer] ?? 0,
          belowFromDay: before.belowFromDay[customer] ?? null,
          heldBy: readHeldBy(before.heldBy[customer] ?? 0),
        };
        const state = policyStateOf([tierKey === undefined ? null : stored], program);
        const alone = decideTiers({
          program,
          day: asOfDay,
          cause: "cut-offs",
          scores,
          metrics,
          state,
        });
        expect(Object.values(alone).map(([first]) => first)).toEqual(
          Object.values(all).map((column) => column[customer]),
        );
      }
    }),
    { numRuns: 50 },
  );
});

test("the words of a reason are read back as they were written", () => {
  expect(readHeldBy(writeHeldBy(["grace", "override", "unheard-of"]))).toEqual([
    "grace",
    "override",
  ]);
});
