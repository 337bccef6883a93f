/**
 * Part of the policy's specification, a table to be read: what it makes of a customer of a gold, silver and bronze ladder on
 * a day. Each case says only what differs from a customer of long standing under no policy. 2026-03-02 is a Monday.
 */
import { old, testWorkedCases } from "../testing/worked-case.ts";

testWorkedCases({
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
});
