import type { LabelHold } from "../../persistence/label-holds.ts";
import type { Hold } from "../../scoring/index.ts";

/** Holds as the engine takes them, by the row of their customer; a row of −1 is a customer who has none. */
export function holdsByRow(
  holds: readonly LabelHold[],
  rowOf: (customerId: bigint) => number,
): Map<number, Hold[]> {
  const byRow = new Map<number, Hold[]>();
  for (const hold of holds) {
    const row = rowOf(hold.customerId);
    const taken = row < 0 ? null : holdOf(hold);
    if (taken === null) continue;
    const own = byRow.get(row);
    if (own === undefined) byRow.set(row, [taken]);
    else own.push(taken);
  }
  return byRow;
}

/** The same, of customers whose rows are their places in `customerIds`. */
export function holdsOf(
  holds: readonly LabelHold[],
  customerIds: readonly bigint[],
): Map<number, Hold[]> {
  const rowOf = new Map(customerIds.map((customerId, row) => [customerId, row]));
  return holdsByRow(holds, (customerId) => rowOf.get(customerId) ?? -1);
}

function holdOf({ kind, families, tierKey, groupKey, untilDay, reason }: LabelHold): Hold | null {
  switch (kind) {
    case "override":
      return tierKey === null ? null : { kind, tier: tierKey, untilDay };
    case "pin":
      return {
        kind,
        by: reason === "part" ? "part" : "undo",
        ...(families.includes("tier") && { tier: tierKey }),
        ...(families.includes("group") && { group: groupKey }),
        untilDay,
      };
    case "opt-out":
    case "freeze":
      return { kind, untilDay };
  }
}
