import fc from "fast-check";
import { groupPresetKeys } from "../groups/presets.ts";
import type { Program } from "../program/program.ts";
import { parseProgram } from "../program/program.ts";

const levelCounts = fc.constantFrom(3 as const, 4 as const, 5 as const, 10 as const);

/** `count` ascending numbers of at least `least`. */
function ascending(count: number, least: number, most: number): fc.Arbitrary<number[]> {
  return fc
    .uniqueArray(fc.integer({ min: least, max: most }), { minLength: count, maxLength: count })
    .map((numbers) => numbers.sort((a, b) => a - b));
}

function cutPointsFor(levels: number) {
  const others = [{ kind: "quantile" as const }, { kind: "natural-breaks" as const }];
  const fixed = levels - 1;
  return fc.record(
    {
      recency: fc.oneof(
        fc.constantFrom(...others),
        ascending(fixed, 0, 60).map((daysAtMost) => ({ kind: "fixed" as const, daysAtMost })),
      ),
      frequency: fc.oneof(
        fc.constantFrom(...others),
        ascending(fixed, 1, 15).map((ordersAtLeast) => ({ kind: "fixed" as const, ordersAtLeast })),
      ),
      monetary: fc.oneof(
        fc.constantFrom(...others),
        ascending(fixed, 1, 2000).map((amounts) => ({
          kind: "fixed" as const,
          spendAtLeast: amounts.map(String),
        })),
      ),
    },
    { requiredKeys: [] },
  );
}

const shares = {
  tiersBy: { kind: "value-shares" as const },
  tiers: [
    { key: "core", name: "Core", cutBp: 8000 },
    { key: "base", name: "Base", cutBp: 0 },
  ],
};
const thresholds = {
  tiersBy: { kind: "thresholds" as const },
  tiers: [
    { key: "gold", name: "Gold", when: { spendAtLeast: "500", recencyDaysAtMost: 30 } },
    { key: "often", name: "Often", when: { ordersAtLeast: 3, averageOrderAtLeast: "7.5" } },
    { key: "rest", name: "Rest" },
  ],
};
const breaks = fc
  .constantFrom("value" as const, "recency" as const, "frequency" as const, "monetary" as const)
  .map((of) => ({
    tiersBy: { kind: "natural-breaks" as const, of },
    tiers: ["top", "middle", "rest"].map((key) => ({ key, name: key })),
  }));

/** For tests: programs of every kind of cut points, tiers and groups, as a merchant could write them. */
export const randomPrograms: fc.Arbitrary<Program> = levelCounts.chain((levels) =>
  fc
    .record({
      cutPoints: cutPointsFor(levels),
      ladder: fc.oneof(fc.constantFrom(shares, thresholds), breaks),
      groups: fc.constantFrom(
        ...groupPresetKeys.filter((key) => key !== "klaviyo-6" || levels === 3),
      ),
      windowDays: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ cutPoints, ladder, groups, windowDays }) =>
      parsed({ levels, currency: "GBP", cutPoints, ...ladder, groups, windowDays }),
    ),
);

function parsed(input: unknown): Program {
  const result = parseProgram(input);
  if (result.kind === "program") return result.program;
  throw new Error(JSON.stringify(result.problems));
}
