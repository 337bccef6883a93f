import type { DecidedTiers, Hold, Holds, NextChanges } from "../../scoring/index.ts";
import { never } from "../../scoring/index.ts";

/** Labels before a run, by row: places in the program's lists, −1 none, anything beyond a label it does not have. */
export interface FormerLabels {
  tier: Int32Array | Int16Array;
  group: Int32Array | Int16Array;
}

/**
 * Pins for a program that is applied in part: whoever would not go up keeps the labels they have, until their next own
 * order or the date on which the program would have changed them next. First assignments and customers who leave the
 * ranking are not held; nor is who has a label that the program does not have any more.
 */
export function pinAllButUpgrades(
  former: FormerLabels,
  decided: Pick<DecidedTiers, "tier" | "group">,
  next: Pick<NextChanges, "day">,
  keys: { tiers: readonly { key: string }[]; groups: readonly { key: string }[] },
): Map<number, Hold> {
  const pins = new Map<number, Hold>();
  for (let row = 0; row < decided.tier.length; row++) {
    const [fromTier, fromGroup] = [former.tier[row] ?? -1, former.group[row] ?? -1];
    const [toTier, toGroup] = [decided.tier[row] ?? -1, decided.group[row] ?? -1];
    if (toTier < 0 || fromTier < 0 || toTier < fromTier) continue;
    if (toTier === fromTier && toGroup === fromGroup) continue;
    const tier = keys.tiers[fromTier]?.key;
    const group = keys.groups[fromGroup]?.key;
    if (tier === undefined) continue;
    const day = next.day[row] ?? never;
    pins.set(row, {
      kind: "pin",
      by: "part",
      tier,
      ...(group !== undefined && { group }),
      untilDay: day === never ? null : day,
    });
  }
  return pins;
}

/** Holds with these pins in the place of their customers' own. */
export function withPins(holds: Holds, pins: ReadonlyMap<number, Hold>): Holds {
  const all = new Map(holds);
  for (const [row, pin] of pins) {
    const others = (holds.get(row) ?? []).filter(({ kind }) => kind !== "pin");
    all.set(row, [...others, pin]);
  }
  return all;
}
