import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultProgram, parseProgram, type Program } from "../program/program.ts";
import { labelsOf } from "../score.ts";
import { scoreBase } from "../score-base.ts";
import { frameOf, randomShops } from "../testing/random-shops.ts";
import { shownValueE4 } from "../value.ts";
import { tierStartsE4 } from "./explain-tier.ts";
import { wayToNext } from "./way-to-next.ts";

const nobody = { orders: 0, windowOrders: 0, spendMinor: 0, windowSpendMinor: 0 };

describe("by value", () => {
  test("it is the way between the starts of two tiers: never complete, and longer for a lower value", () => {
    fc.assert(
      fc.property(randomShops, ({ customerCount, orders, asOfDay, program }) => {
        const { scores, calibration } = scoreBase(frameOf(customerCount, orders), asOfDay, program);
        const starts = tierStartsE4(calibration, program);
        for (let customer = 0; customer < customerCount; customer++) {
          const { tier } = labelsOf(scores, customer, program);
          if (tier === null) continue;
          const valueE4 = shownValueE4(scores.value[customer] ?? 0, calibration.rankedCustomers);
          const way = wayToNext({ ...nobody, tierKey: tier, valueE4 }, calibration, program);
          const index = program.tiers.findIndex(({ key }) => key === tier);
          expect(way?.tierKey).toBe(program.tiers[index - 1]?.key);
          if (way === null) continue;
          const [from, to] = [starts[index] ?? 0, starts[index - 1] ?? 0];
          const done = to > from ? (valueE4 - from) / (to - from) : 0;
          expect(way.donePercent).toBe(Math.min(99, Math.floor(done * 100)));
        }
      }),
    );
  });

  test("somebody kept in a tier above their value has come no way at all", () => {
    const days = Array.from({ length: 10 }, (_, customer) => ({
      customer,
      day: 90 + customer,
      netMinor: 1000 * (customer + 1),
    }));
    const { calibration } = scoreBase(frameOf(10, days), 100, defaultProgram);
    const held = { ...nobody, tierKey: "growth", valueE4: 0 };
    expect(wayToNext(held, calibration, defaultProgram)).toEqual({
      tierKey: "core",
      donePercent: 0,
      missing: null,
    });
    expect(wayToNext({ ...held, tierKey: "core" }, calibration, defaultProgram)).toBeNull();
    expect(wayToNext({ ...held, tierKey: "no-more" }, calibration, defaultProgram)).toBeNull();
  });
});

describe("by fixed amounts", () => {
  const program = programOf({ spendAtLeast: "500.00", ordersAtLeast: 4 });
  const { calibration } = scoreBase(frameOf(0, []), 100, program);
  const held = { ...nobody, tierKey: "base", valueE4: 0 };

  test("the condition furthest away counts, and what is missing is told", () => {
    const way = wayToNext({ ...held, spendMinor: 40_000, orders: 1 }, calibration, program);
    const missing = { spendMinor: 10_000, orders: 3 };
    expect(way).toEqual({ tierKey: "core", donePercent: 25, missing });
  });

  test("what is enough is not missing", () => {
    const way = wayToNext({ ...held, spendMinor: 90_000, orders: 3 }, calibration, program);
    const missing = { spendMinor: 0, orders: 1 };
    expect(way).toEqual({ tierKey: "core", donePercent: 75, missing });
  });

  test("days that pass by themselves are nothing to work at", () => {
    const recent = programOf({ recencyDaysAtMost: 30 });
    expect(wayToNext(held, calibration, recent)).toMatchObject({ donePercent: 99 });
  });
});

function programOf(when: object): Program {
  const tiers = [
    { key: "core", name: "Core", when },
    { key: "base", name: "Base" },
  ];
  const parsed = parseProgram({ tiersBy: { kind: "thresholds" }, currency: "GBP", tiers });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  return parsed.program;
}
