import fc from "fast-check";
import type { Hold, Holds } from "../policy/holds.ts";

/** For tests: holds of some of so many customers, ending between the two days or never. */
export function randomHolds(
  customers: number,
  fromDay: number,
  untilDay: number,
): fc.Arbitrary<Holds> {
  const until = fc.option(fc.integer({ min: fromDay, max: untilDay }));
  const tier = fc.constantFrom("core", "gold", "top", "t0", "base", "gone");
  const hold: fc.Arbitrary<Hold> = fc.oneof(
    fc.record({ kind: fc.constant("override" as const), tier, untilDay: until }),
    fc.record({ kind: fc.constant("opt-out" as const), untilDay: until }),
    fc.record({
      kind: fc.constant("pin" as const),
      by: fc.constantFrom("undo" as const, "part" as const),
      tier: fc.option(tier),
      group: fc.option(fc.constantFrom("new", "dormant", "gone")),
      untilDay: until,
    }),
    fc.record({ kind: fc.constant("freeze" as const), untilDay: until }),
  );
  const own = fc.uniqueArray(hold, { selector: ({ kind }) => kind, minLength: 1, maxLength: 3 });
  return fc
    .array(fc.tuple(fc.nat(customers - 1), own), { maxLength: 8 })
    .map((entries) => new Map(entries));
}
