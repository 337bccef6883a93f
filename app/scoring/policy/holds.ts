import { heldByBit } from "./held-by.ts";
import { never } from "../calendar-day.ts";

/** What somebody decided about one customer. `untilDay`: the first day on which it no longer holds; `null` = until it is released. */
export type Hold =
  /** Their tier is this one, whatever their orders say; the group stays automatic. */
  | { kind: "override"; tier: string; untilDay: number | null }
  /** No tier and no group from us. */
  | { kind: "opt-out"; untilDay: number | null }
  /**
   * The labels that a run was kept from changing: because it was undone, or applied in part. `null` = none; a family left
   * out stays automatic.
   */
  | {
      kind: "pin";
      by: "undo" | "part";
      tier?: string | null;
      group?: string | null;
      untilDay: number | null;
    }
  /** The policy does not lower them. */
  | { kind: "freeze"; untilDay: number | null };

/** The holds of the customers who have any, by their place in the columns. */
export type Holds = ReadonlyMap<number, readonly Hold[]>;

export const noHolds: Holds = new Map();

/** Labels as indexes, −1 = none. */
export type HeldLabels = {
  tier: number;
  group: number;
  /** `heldBy` bits of the holds in force. */
  heldBy: number;
};

/** Where labels stand in the program's lists. */
export type LabelPlaces = {
  tiers: ReadonlyMap<string, number>;
  groups: ReadonlyMap<string, number>;
};

/**
 * A customer's labels under their holds on a day. For each family the first that says something: an override, then an
 * opt-out, then a pin. A label that the program does not have any more says nothing.
 *
 * Example: overridden to gold and opted out → gold, and no group.
 */
export function overlayLabels(
  automatic: { tier: number; group: number },
  holds: readonly Hold[],
  day: number,
  places: LabelPlaces,
): HeldLabels {
  const labels: HeldLabels = { ...automatic, heldBy: 0 };
  for (const kind of ["pin", "opt-out", "override"] as const) {
    for (const hold of holds)
      if (hold.kind === kind && isInForce(hold, day)) apply(hold, labels, places);
  }
  return labels;
}

function apply(hold: Hold, labels: HeldLabels, { tiers, groups }: LabelPlaces): void {
  switch (hold.kind) {
    case "override": {
      const tier = tiers.get(hold.tier);
      if (tier === undefined) return;
      labels.tier = tier;
      labels.heldBy |= heldByBit.override;
      return;
    }
    case "opt-out":
      labels.tier = -1;
      labels.group = -1;
      labels.heldBy |= heldByBit["opt-out"];
      return;
    case "pin":
      labels.tier = placeOf(hold.tier, tiers, labels.tier);
      labels.group = placeOf(hold.group, groups, labels.group);
      labels.heldBy |= heldByBit[hold.by];
      return;
    case "freeze":
      return;
  }
}

function placeOf(
  key: string | null | undefined,
  places: ReadonlyMap<string, number>,
  automatic: number,
): number {
  if (key === undefined) return automatic;
  return key === null ? -1 : (places.get(key) ?? automatic);
}

/** The first day on which the policy may lower the customer again; 0 = no freeze. */
export function frozenUntilDayOf(holds: readonly Hold[] | undefined): number {
  return (holds ?? []).reduce(
    (day, hold) => (hold.kind === "freeze" ? Math.max(day, hold.untilDay ?? never) : day),
    0,
  );
}

/** The next day on which one of the holds ends. */
export function nextHoldEnd(holds: readonly Hold[], day: number): number {
  return holds.reduce(
    (next, { untilDay }) => (untilDay !== null && untilDay > day ? Math.min(next, untilDay) : next),
    never,
  );
}

function isInForce({ untilDay }: Hold, day: number): boolean {
  return untilDay === null || day < untilDay;
}
