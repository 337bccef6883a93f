import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutlookRules } from "../outlook/spend-forecast.ts";
import { decideTiers } from "../policy/decide-tiers.ts";
import type { PolicyState } from "../policy/policy-state.ts";
import { nextEvaluationDay } from "../policy/evaluation-day.ts";
import type { Program } from "../program/program.ts";
import { defaultProgram, evaluationOf, parseProgram, policyOf } from "../program/program.ts";
import { scoreAgainst, scoreBase } from "../score-base.ts";
import { randomOutlooks } from "../testing/random-outlooks.ts";
import { randomPolicyPrograms } from "../testing/random-programs.ts";
import type { TestOrder } from "../testing/random-shops.ts";
import { frameOf, randomShops } from "../testing/random-shops.ts";
import { explainDistances } from "./explain-distances.ts";
import type { Distance } from "./least-order.ts";

test("the amount found is enough and a minor unit less is not, decided day by day", () => {
  fc.assert(
    fc.property(
      randomShops,
      randomPolicyPrograms(60, 160),
      fc.option(randomOutlooks, { nil: null }),
      ({ customerCount, orders, asOfDay }, program, outlook) => {
        const known = orders.filter(({ day }) => day <= asOfDay);
        const frame = frameOf(customerCount, known);
        const former = scoreBase(frame, asOfDay - 20, program, outlook);
        const { calibration } = scoreBase(frame, asOfDay, program, outlook);
        const decideOn = (on: number, bought: readonly TestOrder[], before: PolicyState | null) =>
          decideTiers({
            ...scoreAgainst(calibration, frameOf(customerCount, bought), on, program, outlook),
            program,
            day: on,
            cause: "order",
            state: before,
          });
        const before = decideTiers({
          ...former,
          program,
          day: asOfDay - 20,
          cause: "rules",
          state: null,
        });
        const state = decideOn(asOfDay, known, before);
        for (let customer = 0; customer < Math.min(6, customerCount); customer++) {
          const { up, keep } = explainDistances({
            frame,
            day: asOfDay,
            calibration,
            program,
            outlook,
            state,
            customer,
          });
          // What models expect can last for centuries, too long to go day by day.
          if ((keep?.lostOnDay ?? 0) > asOfDay + 300) continue;
          const walk = { known, customer, state, asOfDay, calibration, program, outlook };
          if (up !== null) {
            const lastDay =
              policyOf(program).upgrade === "at-once"
                ? asOfDay
                : nextEvaluationDay(evaluationOf(program), asOfDay);
            expectLeast(up.distance, (netMinor) =>
              tiersAfter(walk, { day: asOfDay, netMinor }, lastDay).some((tier) => tier <= up.tier),
            );
          }
          if (keep !== null) {
            expect(tiersAfter(walk, null, keep.lostOnDay).at(-1)).toBeGreaterThan(keep.tier);
            expectLeast(
              keep.distance,
              (netMinor) =>
                (tiersAfter(walk, { day: keep.orderDay, netMinor }, keep.lostOnDay).at(-1) ?? 0) <=
                keep.tier,
            );
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

type Walk = {
  known: readonly TestOrder[];
  customer: number;
  state: PolicyState;
  asOfDay: number;
  calibration: ReturnType<typeof scoreBase>["calibration"];
  program: Program;
  outlook: OutlookRules | null;
};

/** The customer's automatic tier at the end of each day from today to another, with an order on one of them. */
function tiersAfter(
  { known, customer, state, asOfDay, calibration, program, outlook }: Walk,
  order: { day: number; netMinor: number } | null,
  untilDay: number,
): number[] {
  const own = known
    .filter((each) => each.customer === customer)
    .map((each) => ({ ...each, customer: 0 }));
  const tiers: number[] = [];
  let now: PolicyState = {
    autoTier: state.autoTier.slice(customer, customer + 1),
    sinceDay: state.sinceDay.slice(customer, customer + 1),
    belowFromDay: state.belowFromDay.slice(customer, customer + 1),
    heldBy: state.heldBy.slice(customer, customer + 1),
  };
  const decide = (day: number, cause: "time" | "order"): void => {
    const scored = scoreAgainst(calibration, frameOf(1, own), day, program, outlook);
    now = decideTiers({ ...scored, program, day, cause, state: now });
  };
  for (let day = asOfDay; day <= untilDay; day++) {
    if (day > asOfDay) decide(day, "time");
    if (day === order?.day) {
      own.push({ ...order, customer: 0 });
      decide(day, "order");
    }
    tiers.push(now.autoTier[0] ?? -1);
  }
  return tiers;
}

function expectLeast(distance: Distance, isEnough: (netMinor: number) => boolean): void {
  if (distance.kind === "any-order") expect(isEnough(1)).toBe(true);
  if (distance.kind === "not-by-one-order") expect(isEnough(2 ** 52)).toBe(false);
  if (distance.kind === "amount")
    expect([isEnough(distance.minor - 1), isEnough(distance.minor)]).toEqual([false, true]);
}

describe("in a ladder of spend within a hundred days", () => {
  const parsed = parseProgram({
    currency: "GBP",
    windowDays: 100,
    tiersBy: { kind: "thresholds" },
    tiers: [
      { key: "core", name: "Core", when: { windowSpendAtLeast: "500" } },
      { key: "growth", name: "Growth", when: { windowSpendAtLeast: "200" } },
      { key: "base", name: "Base" },
    ],
  });
  const program = parsed.kind === "program" ? parsed.program : defaultProgram;
  const explain = (orders: TestOrder[], other: Program = program) => {
    const frame = frameOf(1, orders);
    const base = scoreBase(frame, 1000, other);
    const state = decideTiers({ ...base, program: other, day: 1000, cause: "rules", state: null });
    return explainDistances({ ...base, frame, day: 1000, program: other, state, customer: 0 });
  };

  test("the next tier takes what is missing, and keeping what leaves the window", () => {
    // 250.00 on day 950 leave the window on day 1050.
    expect(
      explain([
        { customer: 0, day: 950, netMinor: 25_000 },
        { customer: 0, day: 990, netMinor: 15_800 },
      ]),
    ).toEqual({
      up: { tier: 0, orderDay: 1000, distance: { kind: "amount", minor: 9_200 } },
      keep: {
        tier: 1,
        orderDay: 1049,
        lostOnDay: 1050,
        distance: { kind: "amount", minor: 4_200 },
      },
    });
  });

  test("where it takes any order, or more than one, it says so", () => {
    const [core, , base] = program.tiers;
    if (core === undefined || base === undefined) throw new Error("There are tiers.");
    const byOrders = (ordersAtLeast: number): Program => ({
      ...program,
      tiers: [{ key: "core", name: "Core", when: { ordersAtLeast } }, base],
    });
    const once = [{ customer: 0, day: 990, netMinor: 100 }];
    expect(explain(once, byOrders(2)).up?.distance).toEqual({ kind: "any-order" });
    expect(explain(once, byOrders(3)).up?.distance).toEqual({ kind: "not-by-one-order" });
  });

  test("nobody who has no tier is far from any, and the highest and what is never lost have no distance", () => {
    expect(explain([])).toEqual({ up: null, keep: null });
    expect(explain([{ customer: 0, day: 990, netMinor: 1 }]).keep).toBeNull();
    expect(explain([{ customer: 0, day: 990, netMinor: 50_000 }]).up).toBeNull();
  });
});
