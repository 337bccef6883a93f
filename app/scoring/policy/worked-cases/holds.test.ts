/**
 * Part of the policy's specification, a table to be read: what it makes of a customer of a gold, silver and bronze ladder on
 * a day. Each case says only what differs from a customer of long standing under no policy. 2026-03-02 is a Monday.
 */
import { day, old, testWorkedCases } from "../testing/worked-case.ts";

testWorkedCases({
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
});
