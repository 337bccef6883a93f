/**
 * Part of the policy's specification, a table to be read: what it makes of a customer of a gold, silver and bronze ladder on
 * a day. Each case says only what differs from a customer of long standing under no policy. 2026-03-02 is a Monday.
 */
import { day, old, testWorkedCases } from "../testing/worked-case.ts";

testWorkedCases({
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
});
