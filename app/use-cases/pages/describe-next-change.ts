import { formatCalendarDay } from "../../scoring/index.ts";
import { nameOfLabel, type LiveProgram } from "../scoring/live-program.ts";
import { directionOf } from "./describe-moves.ts";
import type { Move } from "./page-words.ts";

/** What becomes of a customer's labels if they buy nothing. Names; null = no label. */
export interface NextChange {
  /** YYYY-MM-DD in shop time. */
  on: string;
  /** Null when the tier stays. */
  tier: Pick<Move, "from" | "to" | "direction"> | null;
  /** Null when the group stays. */
  group: Pick<Move, "from" | "to"> | null;
}

interface NextLabels {
  tier: string | null;
  group: string | null;
  nextChangeDay: number;
  nextTier: string | null;
  nextGroup: string | null;
}

export function describeNextChange(
  program: LiveProgram,
  { tier, group, nextChangeDay, nextTier, nextGroup }: NextLabels,
): NextChange {
  const nameOf = (family: "tier" | "group", key: string | null) =>
    key === null ? null : nameOfLabel(program, family, key);
  return {
    on: formatCalendarDay(nextChangeDay),
    tier:
      tier === nextTier
        ? null
        : {
            from: nameOf("tier", tier),
            to: nameOf("tier", nextTier),
            direction: directionOf(program, "tier", tier, nextTier),
          },
    group:
      group === nextGroup ? null : { from: nameOf("group", group), to: nameOf("group", nextGroup) },
  };
}
