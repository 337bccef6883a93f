import type { MovedValues } from "../../persistence/base-standings.ts";
import { never } from "../../scoring/index.ts";
import type { FormerBase } from "./read-former-base.ts";
import type { ScoredColumns } from "./standing-at.ts";

/** Rows of customers by what a run has to write of them. Whoever stands as before is in none. */
export interface BaseChanges {
  /** No standing yet. */
  fresh: Uint32Array;
  /** Stands otherwise than before. */
  changed: Uint32Array;
  /** Only the value moved, because others bought, or a date to come. */
  moved: MovedValues;
}

/**
 * Compares how everybody stands now with how they stood. A date to come that lies before `writtenByDay`, when everybody
 * is decided again, is a change; later ones may be written after the decisions.
 */
export function compareBase(
  former: FormerBase,
  scored: Pick<ScoredColumns, "decided" | "next">,
  { day, writtenByDay }: { day: number; writtenByDay: number },
): BaseChanges {
  const { decided, next } = scored;
  const fresh: number[] = [];
  const changed: number[] = [];
  const moved: number[] = [];
  for (let row = 0; row < former.stood.length; row++) {
    if (former.stood[row] === 0) fresh.push(row);
    else if (former.otherwise[row] !== 0 || isDecidedOtherwise(row) || isSoonOtherwise(row))
      changed.push(row);
    else if (former.valueMoved[row] !== 0 || isLaterOtherwise(row)) {
      moved.push(row);
    }
  }
  return {
    fresh: Uint32Array.from(fresh),
    changed: Uint32Array.from([...changed, ...former.gone.keys()]),
    moved: {
      rows: Uint32Array.from(moved),
      formerE4: Int32Array.from(moved, (row) => former.valueE4[row] ?? 0),
      formerNextDay: Int32Array.from(moved, (row) => former.nextDay[row] ?? never),
    },
  };

  function isDecidedOtherwise(row: number): boolean {
    return (
      decided.tier[row] !== former.tier[row] ||
      decided.group[row] !== former.group[row] ||
      decided.autoTier[row] !== former.autoTier[row] ||
      decided.sinceDay[row] !== former.state.sinceDay[row] ||
      decided.heldBy[row] !== former.state.heldBy[row] ||
      pastOf(next.belowFromDay[row]) !== pastOf(former.state.belowFromDay[row])
    );
  }

  /** A day below that has come; those to come are all one. */
  function pastOf(belowFromDay = 0): number | null {
    return belowFromDay <= day ? belowFromDay : null;
  }

  function isSoonOtherwise(row: number): boolean {
    const soonest = Math.min(next.day[row] ?? never, next.dueDay[row] ?? never);
    return soonest < writtenByDay && isNextOtherwise(row);
  }

  function isLaterOtherwise(row: number): boolean {
    return isNextOtherwise(row) || next.belowFromDay[row] !== former.state.belowFromDay[row];
  }

  function dueOf(row: number): number {
    const dueDay = next.dueDay[row] ?? never;
    return dueDay === next.day[row] ? never : dueDay;
  }

  function isNextOtherwise(row: number): boolean {
    return (
      next.day[row] !== former.nextDay[row] ||
      dueOf(row) !== former.dueDay[row] ||
      (next.day[row] !== never &&
        (next.tier[row] !== former.nextTier[row] || next.group[row] !== former.nextGroup[row]))
    );
  }
}
