/**
 * The policy as a table, to be read as its specification: what it makes of a customer of a gold, silver and bronze ladder
 * on a day. Days are 2026-03-DD; each case says what differs from a customer of long standing under no policy.
 */
import { describe, expect, test } from "vitest";
import { formatCalendarDay, never, parseCalendarDate } from "../calendar-day.ts";
import type { Policy } from "../program/program.ts";
import { defaultProgram } from "../program/program.ts";
import { noPolicy } from "../program/policy-schema.ts";
import type { Cause } from "./decide-tier.ts";
import { decideTiers } from "./decide-tiers.ts";
import type { HeldBy } from "./held-by.ts";
import { readHeldBy, writeHeldBy } from "./held-by.ts";
import type { Hold } from "./holds.ts";

type Tier = "gold" | "silver" | "bronze";
const ladder: readonly Tier[] = ["gold", "silver", "bronze"];

type Case = {
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

const old = "2020-01-01";
const day = (date: string): number => parseCalendarDate(date) ?? NaN;
const date = (on: number | undefined): string | undefined =>
  on === undefined || on === never ? undefined : formatCalendarDay(on);
const placeOf = (tier: Tier | null): number => (tier === null ? -1 : ladder.indexOf(tier));

function decide({ policy, evaluation, state, heldBy = [], enters, keeps, ...rest }: Case) {
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

/** 2026-03-02 is a Monday. */
const groups: Record<string, Record<string, Case>> = {
  "without a policy": {
    "nobody who is not ranked has a tier, not even who had one": {
      state: ["gold", old],
      enters: null,
      on: "2026-03-10",
      then: { tier: null },
    },
    "a first tier is what the numbers enter": {
      enters: "silver",
      on: "2026-03-10",
      then: { tier: "silver", since: "2026-03-10" },
    },
    "up at once": {
      state: ["bronze", old],
      enters: "gold",
      on: "2026-03-10",
      cause: "order",
      then: { tier: "gold", since: "2026-03-10" },
    },
    "down at once, by any number of steps": {
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "down at once for a refund": {
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      cause: "refund",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "stays and remembers since when": {
      state: ["silver", "2026-01-05"],
      enters: "silver",
      on: "2026-03-10",
      then: { tier: "silver", since: "2026-01-05" },
    },
  },

  "kept by less than entered": {
    "between the two rules the tier is kept": {
      state: ["gold", "2026-01-05"],
      enters: "bronze",
      keeps: "gold",
      on: "2026-03-10",
      then: { tier: "gold", since: "2026-01-05", heldBy: ["keep"] },
    },
    "but not entered": {
      state: ["bronze", "2026-01-05"],
      enters: "bronze",
      keeps: "gold",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-01-05" },
    },
    "nor at the first": {
      enters: "bronze",
      keeps: "gold",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "what is not kept leads to what is, not to what is entered": {
      state: ["gold", old],
      enters: "bronze",
      keeps: "silver",
      on: "2026-03-10",
      then: { tier: "silver", since: "2026-03-10", heldBy: ["keep"] },
    },
  },

  "with days of grace": {
    "the first day below begins them": {
      policy: { graceDays: 10 },
      state: ["gold", old],
      enters: "silver",
      on: "2026-03-10",
      then: { tier: "gold", since: old, below: "2026-03-10", heldBy: ["grace"] },
    },
    "they count from when it was foreseen, though nobody looked that day": {
      policy: { graceDays: 10 },
      state: ["gold", old, "2026-03-04"],
      enters: "silver",
      on: "2026-03-10",
      then: { tier: "gold", since: old, below: "2026-03-04", heldBy: ["grace"] },
    },
    "not from what was foreseen for later, when an order or the base changed it": {
      policy: { graceDays: 10 },
      state: ["gold", old, "2026-03-14"],
      enters: "silver",
      on: "2026-03-10",
      cause: "cut-offs",
      then: { tier: "gold", since: old, below: "2026-03-10", heldBy: ["grace"] },
    },
    "the last day of grace is still held": {
      policy: { graceDays: 10 },
      state: ["gold", old, "2026-03-01"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "gold", since: old, below: "2026-03-01", heldBy: ["grace"] },
    },
    "the day after it is not": {
      policy: { graceDays: 10 },
      state: ["gold", old, "2026-03-01"],
      enters: "bronze",
      on: "2026-03-11",
      then: { tier: "bronze", since: "2026-03-11" },
    },
    "an order that keeps the tier again ends them": {
      policy: { graceDays: 10 },
      state: ["gold", old, "2026-03-01"],
      heldBy: ["grace"],
      enters: "bronze",
      keeps: "gold",
      on: "2026-03-10",
      cause: "order",
      then: { tier: "gold", since: old, heldBy: ["keep"] },
    },
    "they do not hold anybody back from going up": {
      policy: { graceDays: 10 },
      state: ["silver", old, "2026-03-01"],
      heldBy: ["grace"],
      enters: "gold",
      on: "2026-03-10",
      cause: "order",
      then: { tier: "gold", since: "2026-03-10" },
    },
  },

  "with a minimum stay": {
    "it counts from when the tier began": {
      policy: { minimumStayDays: 30 },
      state: ["gold", "2026-02-20"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "gold", since: "2026-02-20", below: "2026-03-10", heldBy: ["minimum-stay"] },
    },
    "and ends on its last day": {
      policy: { minimumStayDays: 30 },
      state: ["gold", "2026-02-08", "2026-03-05"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "grace runs beside it, not after it": {
      policy: { minimumStayDays: 30, graceDays: 5 },
      state: ["gold", "2026-02-08", "2026-03-05"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "whichever ends later holds": {
      policy: { minimumStayDays: 30, graceDays: 6 },
      state: ["gold", "2026-02-08", "2026-03-05"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "gold", since: "2026-02-08", below: "2026-03-05", heldBy: ["grace"] },
    },
  },

  "one step at a time": {
    "the first step, and the next one not the same day": {
      policy: { oneStepDown: true },
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "silver", since: "2026-03-10", below: "2026-03-10", heldBy: ["one-step"] },
    },
    "not when looked at again on that day": {
      policy: { oneStepDown: true },
      state: ["silver", "2026-03-10", "2026-03-10"],
      heldBy: ["one-step"],
      enters: "bronze",
      on: "2026-03-10",
      cause: "order",
      then: { tier: "silver", since: "2026-03-10", below: "2026-03-10", heldBy: ["one-step"] },
    },
    "but the day after": {
      policy: { oneStepDown: true },
      state: ["silver", "2026-03-10", "2026-03-10"],
      enters: "bronze",
      on: "2026-03-11",
      then: { tier: "bronze", since: "2026-03-11" },
    },
    "each step has its own grace": {
      policy: { oneStepDown: true, graceDays: 10 },
      state: ["gold", old, "2026-02-20"],
      enters: "bronze",
      on: "2026-03-10",
      then: {
        tier: "silver",
        since: "2026-03-10",
        below: "2026-03-10",
        heldBy: ["grace", "one-step"],
      },
    },
    "and its own stay": {
      policy: { oneStepDown: true, minimumStayDays: 10 },
      state: ["silver", "2026-03-08", "2026-03-08"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "silver", since: "2026-03-08", below: "2026-03-08", heldBy: ["minimum-stay"] },
    },
    "a single step is a plain one": {
      policy: { oneStepDown: true },
      state: ["gold", old],
      enters: "silver",
      on: "2026-03-10",
      then: { tier: "silver", since: "2026-03-10" },
    },
  },

  "in a freeze": {
    "nobody is lowered on its first day": {
      policy: { freezes: [{ from: "2026-03-10", until: "2026-03-12" }] },
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "gold", since: old, below: "2026-03-10", heldBy: ["freeze"] },
    },
    "nor on its last": {
      policy: { freezes: [{ from: "2026-03-01", until: "2026-03-10" }] },
      state: ["gold", old, "2026-03-02"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "gold", since: old, below: "2026-03-02", heldBy: ["freeze"] },
    },
    "on the day after it everybody is who was spared": {
      policy: { freezes: [{ from: "2026-03-01", until: "2026-03-09" }] },
      state: ["gold", old, "2026-03-02"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "grace runs on in it": {
      policy: { graceDays: 5, freezes: [{ from: "2026-03-01", until: "2026-03-09" }] },
      state: ["gold", old, "2026-03-05"],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "people go up in it": {
      policy: { freezes: [{ from: "2026-03-01", until: "2026-03-20" }] },
      state: ["bronze", old],
      enters: "gold",
      on: "2026-03-10",
      then: { tier: "gold", since: "2026-03-10" },
    },
    "a customer's own ends on the day it names": {
      state: ["gold", old, "2026-03-02"],
      enters: "bronze",
      on: "2026-03-10",
      holds: [{ kind: "freeze", untilDay: day("2026-03-10") }],
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "and holds until then": {
      state: ["gold", old, "2026-03-02"],
      enters: "bronze",
      on: "2026-03-10",
      holds: [{ kind: "freeze", untilDay: day("2026-03-11") }],
      then: { tier: "gold", since: old, below: "2026-03-02", heldBy: ["freeze"] },
    },
    "a customer's own can be without end": {
      state: ["gold", old, "2021-03-02"],
      enters: "bronze",
      on: "2026-03-10",
      holds: [{ kind: "freeze", untilDay: null }],
      then: { tier: "gold", since: old, below: "2021-03-02", heldBy: ["freeze"] },
    },
  },

  "with a welcome": {
    "a new customer starts in the welcome tier": {
      policy: { welcome: { tier: "silver", days: 30 } },
      enters: "bronze",
      firstOrder: "2026-03-10",
      on: "2026-03-10",
      cause: "order",
      then: { tier: "silver", since: "2026-03-10", below: "2026-03-10", heldBy: ["welcome"] },
    },
    "or higher, if the order was large": {
      policy: { welcome: { tier: "silver", days: 30 } },
      enters: "gold",
      firstOrder: "2026-03-10",
      on: "2026-03-10",
      cause: "order",
      then: { tier: "gold", since: "2026-03-10" },
    },
    "and is not lowered from that one either": {
      policy: { welcome: { tier: "silver", days: 30 } },
      state: ["gold", "2026-03-10"],
      enters: "bronze",
      firstOrder: "2026-03-10",
      on: "2026-03-20",
      then: { tier: "gold", since: "2026-03-10", below: "2026-03-20", heldBy: ["welcome"] },
    },
    "the days count from the first order": {
      policy: { welcome: { tier: "silver", days: 30 } },
      state: ["silver", "2026-02-20", "2026-02-20"],
      enters: "bronze",
      firstOrder: "2026-02-08",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "nobody is new who bought first before that, also when the app is": {
      policy: { welcome: { tier: "silver", days: 30 } },
      enters: "bronze",
      firstOrder: "2026-02-08",
      on: "2026-03-10",
      cause: "rules",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "grace runs in it": {
      policy: { welcome: { tier: "silver", days: 30 }, graceDays: 20 },
      state: ["silver", "2026-02-09", "2026-02-09"],
      enters: "bronze",
      firstOrder: "2026-02-09",
      on: "2026-03-11",
      then: { tier: "bronze", since: "2026-03-11" },
    },
  },

  "where going up waits for the evaluation": {
    "an order on the day itself does not do it": {
      policy: { upgrade: "at-evaluation" },
      evaluation: "weekly",
      state: ["bronze", old],
      enters: "gold",
      on: "2026-03-09",
      cause: "order",
      then: { tier: "bronze", since: old, heldBy: ["upgrade-waits"] },
    },
    "nor another day": {
      policy: { upgrade: "at-evaluation" },
      evaluation: "weekly",
      state: ["bronze", old],
      enters: "gold",
      on: "2026-03-10",
      then: { tier: "bronze", since: old, heldBy: ["upgrade-waits"] },
    },
    "Monday does": {
      policy: { upgrade: "at-evaluation" },
      evaluation: "weekly",
      state: ["bronze", old],
      enters: "gold",
      on: "2026-03-09",
      then: { tier: "gold", since: "2026-03-09" },
    },
    "the first of the month does": {
      policy: { upgrade: "at-evaluation" },
      evaluation: "monthly",
      state: ["bronze", old],
      enters: "gold",
      on: "2026-03-01",
      then: { tier: "gold", since: "2026-03-01" },
    },
    "a calibration or a change of the program does on any day": {
      policy: { upgrade: "at-evaluation" },
      evaluation: "monthly",
      state: ["bronze", old],
      enters: "gold",
      on: "2026-03-10",
      cause: "rules",
      then: { tier: "gold", since: "2026-03-10" },
    },
    "a first tier waits for nothing": {
      policy: { upgrade: "at-evaluation" },
      evaluation: "monthly",
      enters: "gold",
      on: "2026-03-10",
      cause: "order",
      then: { tier: "gold", since: "2026-03-10" },
    },
    "what falls back in the meantime was never raised": {
      policy: { upgrade: "at-evaluation" },
      evaluation: "weekly",
      state: ["bronze", old],
      heldBy: ["upgrade-waits"],
      enters: "bronze",
      on: "2026-03-09",
      then: { tier: "bronze", since: old },
    },
  },

  "when a refund is the cause": {
    "it leads straight down, past grace, stay, steps and welcome": {
      policy: {
        refunds: "at-once",
        graceDays: 10,
        minimumStayDays: 90,
        oneStepDown: true,
        welcome: { tier: "gold", days: 90 },
      },
      state: ["gold", "2026-03-09"],
      enters: "bronze",
      firstOrder: "2026-03-09",
      on: "2026-03-10",
      cause: "refund",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "a fall that had begun before it goes its own way": {
      policy: { refunds: "at-once", graceDays: 10 },
      state: ["gold", old, "2026-03-08"],
      enters: "bronze",
      on: "2026-03-10",
      cause: "refund",
      then: { tier: "gold", since: old, below: "2026-03-08", heldBy: ["grace"] },
    },
    "it waits for the evaluation": {
      policy: { refunds: "at-evaluation" },
      evaluation: "weekly",
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      cause: "refund",
      then: { tier: "gold", since: old, below: "2026-03-10", heldBy: ["refund-waits"] },
    },
    "also when something else is looked at before": {
      policy: { refunds: "at-evaluation" },
      evaluation: "weekly",
      state: ["gold", old, "2026-03-10"],
      heldBy: ["refund-waits"],
      enters: "bronze",
      on: "2026-03-12",
      cause: "order",
      then: { tier: "gold", since: old, below: "2026-03-10", heldBy: ["refund-waits"] },
    },
    "and comes with it": {
      policy: { refunds: "at-evaluation" },
      evaluation: "weekly",
      state: ["gold", old, "2026-03-10"],
      heldBy: ["refund-waits"],
      enters: "bronze",
      on: "2026-03-16",
      then: { tier: "bronze", since: "2026-03-16" },
    },
    "unless grace is longer": {
      policy: { refunds: "at-evaluation", graceDays: 10 },
      evaluation: "weekly",
      state: ["gold", old, "2026-03-10"],
      heldBy: ["grace", "refund-waits"],
      enters: "bronze",
      on: "2026-03-16",
      then: { tier: "gold", since: old, below: "2026-03-10", heldBy: ["grace"] },
    },
    "any other fall does not wait": {
      policy: { refunds: "at-evaluation" },
      evaluation: "weekly",
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "the last order refunded is no fall: not ranked at once": {
      policy: { refunds: "at-evaluation", graceDays: 10 },
      state: ["gold", old],
      enters: null,
      on: "2026-03-10",
      cause: "refund",
      then: { tier: null },
    },
  },

  "under holds": {
    "an override shows its tier, and the automatic one goes on underneath": {
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      holds: [{ kind: "override", tier: "gold", untilDay: null }],
      then: { tier: "bronze", since: "2026-03-10", heldBy: ["override"], shown: "gold" },
    },
    "it ends on the day it names": {
      state: ["bronze", old],
      enters: "bronze",
      on: "2026-03-10",
      holds: [{ kind: "override", tier: "gold", untilDay: day("2026-03-10") }],
      then: { tier: "bronze", since: old },
    },
    "one to a tier that is gone says nothing": {
      state: ["bronze", old],
      enters: "bronze",
      on: "2026-03-10",
      holds: [{ kind: "override", tier: "platinum", untilDay: null }],
      then: { tier: "bronze", since: old },
    },
    "somebody not ranked can have a tier by hand": {
      enters: null,
      on: "2026-03-10",
      holds: [{ kind: "override", tier: "gold", untilDay: null }],
      then: { tier: null, heldBy: ["override"], shown: "gold" },
    },
    "who opted out has none": {
      state: ["gold", old],
      enters: "gold",
      on: "2026-03-10",
      holds: [{ kind: "opt-out", untilDay: null }],
      then: { tier: "gold", since: old, heldBy: ["opt-out"], shown: null },
    },
    "unless overridden too": {
      state: ["gold", old],
      enters: "gold",
      on: "2026-03-10",
      holds: [
        { kind: "override", tier: "silver", untilDay: null },
        { kind: "opt-out", untilDay: null },
      ],
      then: { tier: "gold", since: old, heldBy: ["override", "opt-out"], shown: "silver" },
    },
    "what was undone stays undone": {
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      holds: [{ kind: "pin", by: "undo", tier: "silver", group: null, untilDay: null }],
      then: { tier: "bronze", since: "2026-03-10", heldBy: ["undo"], shown: "silver" },
    },
    "an opt-out goes before it": {
      state: ["gold", old],
      enters: "gold",
      on: "2026-03-10",
      holds: [
        { kind: "opt-out", untilDay: null },
        { kind: "pin", by: "part", tier: "silver", group: null, untilDay: null },
      ],
      then: { tier: "gold", since: old, heldBy: ["opt-out", "part"], shown: null },
    },
  },

  "after a change of the program": {
    "who was in a tier that is gone starts anew": {
      policy: { graceDays: 10, upgrade: "at-evaluation" },
      enters: "bronze",
      on: "2026-03-10",
      cause: "rules",
      then: { tier: "bronze", since: "2026-03-10" },
    },
    "a fall has its grace": {
      policy: { graceDays: 10 },
      state: ["gold", old],
      enters: "bronze",
      on: "2026-03-10",
      cause: "rules",
      then: { tier: "gold", since: old, below: "2026-03-10", heldBy: ["grace"] },
    },
  },
};

describe.each(Object.entries(groups))("%s", (_, cases) => {
  test.each(Object.entries(cases))("%s", (_name, each) => {
    expect(decide(each)).toEqual(each.then);
  });
});
