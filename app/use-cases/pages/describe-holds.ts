import type { LabelHold } from "../../persistence/label-holds.ts";
import { formatCalendarDay } from "../../scoring/index.ts";
import { nameOfLabel, type LiveProgram } from "../scoring/live-program.ts";

/** One thing that was decided about a customer by hand. */
export interface HeldLine {
  kind: LabelHold["kind"];
  /** Of an override and a pin: the label's name; null = none. */
  tier: string | null;
  group: string | null;
  /** YYYY-MM-DD in shop time, the first day without it; null = until it is released. */
  until: string | null;
  /** Words of a person; null of the app's own holds. */
  reason: string | null;
  /** The number of the staff member; null = by itself. */
  setBy: string | null;
  setAt: string;
  runId: string;
}

export function describeHolds(program: LiveProgram, holds: readonly LabelHold[]): HeldLine[] {
  return holds.map((hold) => ({
    kind: hold.kind,
    tier: hold.tierKey === null ? null : nameOfLabel(program, "tier", hold.tierKey),
    group: hold.groupKey === null ? null : nameOfLabel(program, "group", hold.groupKey),
    until: hold.untilDay === null ? null : formatCalendarDay(hold.untilDay),
    reason: hold.kind === "pin" ? null : hold.reason,
    setBy: hold.setBy,
    setAt: hold.setAt.toISOString(),
    runId: hold.runId,
  }));
}
