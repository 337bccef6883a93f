import { expect, test } from "vitest";
import { never } from "../calendar-day.ts";
import type { OutlookRules } from "../outlook/spend-forecast.ts";
import { forecastSpend } from "../outlook/spend-forecast.ts";
import { decideTiers } from "../policy/decide-tiers.ts";
import type { PolicyState } from "../policy/policy-state.ts";
import { parseProgram } from "../program/program.ts";
import { scoreAgainst, scoreBase } from "../score-base.ts";
import { frameOf } from "../testing/random-shops.ts";
import { findNextChanges } from "./find-next-changes.ts";

/** Customers who come back after much the same time: the longer ago, up to a point, the nearer the next order. */
const orders = { kind: "mbg-cnbd-k", k: 3, r: 0.9, alpha: 90, a: 0.6, b: 2 } as const;
const outlook: OutlookRules = {
  kind: "fitted",
  models: {
    orders: {
      "mbg-cnbd-k": { model: orders },
      "mbg-nbd": { model: { ...orders, kind: "mbg-nbd" } },
    },
    spend: { "gamma-gamma-all": null, "gamma-gamma-repeats": null },
  },
  chosen: { purchases: "mbg-cnbd-k", chances: "mbg-cnbd-k", spend: "gamma-gamma-all" },
  backTest: { kind: "not-enough-history" },
};
const today = 400;
const frame = frameOf(
  1,
  [0, 80, 160, 240, 320, today].map((day) => ({ customer: 0, day, netMinor: 10_000 })),
);
const forecast = forecastSpend(outlook, frame, today);
const expectedOn = (day: number): number => forecast?.at(0, day) ?? NaN;

function firstDay(from: number, holds: (expectedMinor: number) => boolean): number {
  let day = from;
  while (!holds(expectedOn(day))) day++;
  return day;
}

test("somebody below what keeps their tier who comes above it by waiting is due then, and their days below begin anew", () => {
  const bound = Math.ceil((expectedOn(today) + expectedOn(today + 8)) / 2);
  const risesOn = firstDay(today, (minor) => minor >= bound);
  const fallsOn = firstDay(risesOn, (minor) => minor < bound);
  expect(risesOn).toBeGreaterThan(today);
  const parsed = parseProgram({
    currency: "GBP",
    tiersBy: { kind: "thresholds" },
    tiers: [
      {
        key: "gold",
        name: "Gold",
        when: { expectedSpendAtLeast: "99999" },
        keepWhen: { expectedSpendAtLeast: (bound / 100).toFixed(2) },
      },
      { key: "rest", name: "Rest" },
    ],
    groups: "three-layers",
    policy: { graceDays: 60 },
  });
  if (parsed.kind === "refused") throw new Error(JSON.stringify(parsed.problems));
  const { program } = parsed;
  const { calibration } = scoreBase(frame, today, program, outlook);
  const look = (day: number, state: PolicyState) => {
    const scored = scoreAgainst(calibration, frame, day, program, outlook);
    const decided = decideTiers({ ...scored, program, day, cause: "time", state });
    const next = findNextChanges({ frame, day, calibration, program, decided, outlook });
    return { ...decided, belowFromDay: next.belowFromDay, next };
  };
  const before: PolicyState = {
    autoTier: Int16Array.of(0),
    sinceDay: Int32Array.of(100),
    belowFromDay: Int32Array.of(never),
    heldBy: Uint16Array.of(0),
  };
  const first = look(today, before);
  expect([first.autoTier[0], first.belowFromDay[0]]).toEqual([0, today]);
  expect([first.next.dueDay[0], first.next.day[0]]).toEqual([risesOn, fallsOn + 60]);
  const risen = look(risesOn, first);
  expect([risen.autoTier[0], risen.belowFromDay[0]]).toEqual([0, fallsOn]);
  expect([risen.next.dueDay[0], risen.next.day[0]]).toEqual([fallsOn + 60, fallsOn + 60]);
});
