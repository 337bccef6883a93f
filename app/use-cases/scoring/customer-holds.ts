import type { LabelHold } from "../../persistence/label-holds.ts";
import type { Hold } from "../../scoring/index.ts";

/** Holds as the engine takes them, by the row of their customer; of customers without a row there are none. */
export function holdsByRow(
  holds: readonly LabelHold[],
  rowOf: (customerId: bigint) => number | undefined,
): Map<number, Hold[]> {
  const byRow = new Map<number, Hold[]>();
  for (const hold of holds) {
    const row = rowOf(hold.customerId);
    const taken = row === undefined ? null : holdOf(hold);
    if (row === undefined || taken === null) continue;
    const own = byRow.get(row);
    if (own === undefined) byRow.set(row, [taken]);
    else own.push(taken);
  }
  return byRow;
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
