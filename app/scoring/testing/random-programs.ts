import fc from "fast-check";
import { formatCalendarDay } from "../calendar-day.ts";
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

/** Some keep the tier they are in below what it takes to enter it. */
const shares = fc
  .constantFrom<{ keepBp?: number }>({}, { keepBp: 6000 }, { keepBp: 0 })
  .map((keep) => ({
    tiersBy: { kind: "value-shares" as const },
    tiers: [
      { key: "core", name: "Core", cutBp: 8000, ...keep },
      { key: "growth", name: "Growth", cutBp: 4000, keepBp: keep.keepBp === 0 ? 0 : 3000 },
      { key: "base", name: "Base", cutBp: 0 },
    ],
  }));

/** For tests: a ladder of thresholds, with and without what keeps its tiers. */
const thresholds = fc
  .record({
    gold: fc.constantFrom(
      { when: { spendAtLeast: "500", recencyDaysAtMost: 30 } },
      {
        when: { windowSpendAtLeast: "300", recencyDaysAtMost: 20 },
        keepWhen: { windowSpendAtLeast: "120" },
      },
      { when: { expectedSpendAtLeast: "400" }, keepWhen: { expectedSpendAtLeast: "150" } },
      {
        when: { expectedSpendAtLeast: "250", windowOrdersAtLeast: 2 },
        keepWhen: { expectedSpendAtLeast: "200", windowOrdersAtLeast: 1 },
      },
    ),
    often: fc.constantFrom(
      { when: { ordersAtLeast: 3, averageOrderAtLeast: "7.5" } },
      {
        when: { ordersAtLeast: 2, recencyDaysAtMost: 40 },
        keepWhen: { ordersAtLeast: 1, recencyDaysAtMost: 55 },
      },
      { when: { windowOrdersAtLeast: 2 } },
    ),
  })
  .map(({ gold, often }) => ({
    tiersBy: { kind: "thresholds" as const },
    tiers: [
      { key: "gold", name: "Gold", ...gold },
      { key: "often", name: "Often", ...often },
      { key: "rest", name: "Rest" },
    ],
  }));
const breaks = fc
  .constantFrom("value" as const, "recency" as const, "frequency" as const, "monetary" as const)
  .map((of) => ({
    tiersBy: { kind: "natural-breaks" as const, of },
    tiers: ["top", "middle", "rest"].map((key) => ({ key, name: key })),
  }));

/** Quiet are all who scored 1 in recency, whatever else; the others are parted in two. */
function mapOf(levels: number) {
  return {
    kind: "map" as const,
    groups: [
      { key: "loyal", name: "Loyal", areas: [areaOf([2, levels], [2, levels])] },
      { key: "fresh", name: "Fresh", areas: [areaOf([2, levels], [1, 1])] },
      { key: "quiet", name: "Quiet", areas: [areaOf([1, 1], [1, levels])] },
    ],
  };
}

function areaOf(recency: [number, number], frequencyMonetary: [number, number]) {
  return { recency, frequencyMonetary };
}

/** For tests: programs of every kind of cut points, tiers and groups, as a merchant could write them. */
export const randomPrograms: fc.Arbitrary<Program> = levelCounts.chain((levels) =>
  fc
    .record({
      cutPoints: cutPointsFor(levels),
      ladder: fc.oneof(shares, thresholds, breaks),
      groups: fc.constantFrom(
        ...groupPresetKeys.filter((key) => key !== "klaviyo-6" || levels === 3),
        mapOf(levels),
      ),
      windowDays: fc.integer({ min: 1, max: 60 }),
    })
    .map(({ cutPoints, ladder, groups, windowDays }) =>
      parsed({ levels, currency: "GBP", cutPoints, ...ladder, groups, windowDays }),
    ),
);

const date = (day: number): string => formatCalendarDay(day);

/** For tests: `randomPrograms` that hold customers, with holidays between the two days. */
export function randomPolicyPrograms(fromDay: number, untilDay: number): fc.Arbitrary<Program> {
  const freeze = fc
    .tuple(fc.integer({ min: fromDay, max: untilDay }), fc.nat(12))
    .map(([from, length]) => ({ from: date(from), until: date(from + length) }));
  const waits = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }));
  const policy = fc.record({
    upgrade: fc.constantFrom("at-once" as const, "at-evaluation" as const),
    graceDays: waits,
    minimumStayDays: waits,
    oneStepDown: fc.boolean(),
    refunds: fc.constantFrom("as-any-fall" as const, "at-once" as const, "at-evaluation" as const),
    welcome: fc.option(fc.record({ tier: fc.nat(1), days: fc.integer({ min: 1, max: 60 }) }), {
      nil: undefined,
    }),
    freezes: fc.array(freeze, { maxLength: 3 }),
  });
  return fc
    .record({
      program: randomPrograms,
      policy: fc.option(policy, { nil: undefined, freq: 6 }),
      evaluation: fc.constantFrom("daily" as const, "weekly" as const, "monthly" as const),
    })
    .map(({ program, policy: held, evaluation }) => {
      const welcome = held?.welcome;
      const tier = program.tiers[welcome?.tier ?? 0]?.key ?? "";
      return parsed({
        ...program,
        evaluation,
        policy: held && { ...held, welcome: welcome && { ...welcome, tier } },
      });
    });
}

function parsed(input: unknown): Program {
  const result = parseProgram(input);
  if (result.kind === "program") return result.program;
  throw new Error(JSON.stringify(result.problems));
}
