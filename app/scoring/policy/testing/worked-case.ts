import { describe, expect, test } from "vitest";
import { formatCalendarDay, never, parseCalendarDate } from "../../calendar-day.ts";
import { noPolicy } from "../../program/policy-schema.ts";
import type { Policy } from "../../program/program.ts";
import { defaultProgram } from "../../program/program.ts";
import type { Cause } from "../decide-tier.ts";
import { decideTiers } from "../decide-tiers.ts";
import type { HeldBy } from "../held-by.ts";
import { readHeldBy, writeHeldBy } from "../held-by.ts";
import type { Hold } from "../holds.ts";

type Tier = "gold" | "silver" | "bronze";
const ladder: readonly Tier[] = ["gold", "silver", "bronze"];

/** One customer, and what the policy makes of them on a day. */
export type WorkedCase = {
  policy?: Partial<Policy>;
  evaluation?: "daily" | "weekly" | "monthly";
  /** Automatic tier, since when, and from when below what keeps it; left out = none so far. */
  state?: [tier: Tier, sinceDate: string, belowFromDate?: string];
  heldBy?: HeldBy[];
  /** What the numbers of the day enter and keep; `null` = not ranked. */
  enters: Tier | null;
  keeps?: Tier;
  firstOrder?: string;
  on: string;
  cause?: Cause;
  holds?: Hold[];
  then: {
    tier: Tier | null;
    since?: string;
    below?: string;
    heldBy?: HeldBy[];
    /** In effect, where holds make it another. */
    shown?: Tier | null;
  };
};

/** Since when somebody of long standing has been a customer, and in their tier. */
export const old = "2020-01-01";
export function day(date: string): number {
  return parseCalendarDate(date) ?? NaN;
}

const date = (on: number | undefined): string | undefined =>
  on === undefined || on === never ? undefined : formatCalendarDay(on);
const placeOf = (tier: Tier | null): number => (tier === null ? -1 : ladder.indexOf(tier));

function decide({ policy, evaluation, state, heldBy = [], enters, keeps, ...rest }: WorkedCase) {
  const [tier = null, since = old, below] = state ?? [];
  const decided = decideTiers({
    program: {
      ...defaultProgram,
      tiers: ladder.map((key, index) => ({ key, name: key, cutBp: [8000, 5000, 0][index] ?? 0 })),
      policy: { ...noPolicy, ...policy },
      ...(evaluation && { evaluation }),
    },
    day: day(rest.on),
    cause: rest.cause ?? "time",
    scores: {
      tier: Int16Array.of(placeOf(enters)),
      keptTier: Int16Array.of(placeOf(keeps ?? enters)),
      group: Int16Array.of(enters === null ? -1 : 0),
    },
    metrics: { customerCount: 1, firstOrderDay: Int32Array.of(day(rest.firstOrder ?? old)) },
    state: {
      autoTier: Int16Array.of(placeOf(tier)),
      sinceDay: Int32Array.of(day(since)),
      belowFromDay: Int32Array.of(below === undefined ? never : day(below)),
      heldBy: Uint16Array.of(writeHeldBy(heldBy)),
    },
    holds: new Map([[0, rest.holds ?? []]]),
  });
  const autoTier = ladder[decided.autoTier[0] ?? -1] ?? null;
  const shown = ladder[decided.tier[0] ?? -1] ?? null;
  const [sinceDate, belowDate] = [date(decided.sinceDay[0]), date(decided.belowFromDay[0])];
  const reasons = readHeldBy(decided.heldBy[0] ?? 0);
  return {
    tier: autoTier,
    ...(sinceDate !== undefined && { since: sinceDate }),
    ...(belowDate !== undefined && { below: belowDate }),
    ...(reasons.length > 0 && { heldBy: reasons }),
    ...(shown !== autoTier && { shown }),
  };
}

/** For tests: the cases as one test each, by heading and name. */
export function testWorkedCases(groups: Record<string, Record<string, WorkedCase>>): void {
  describe.each(Object.entries(groups))("%s", (_, cases) => {
    test.each(Object.entries(cases))("%s", (_name, each) => {
      expect(decide(each)).toEqual(each.then);
    });
  });
}
