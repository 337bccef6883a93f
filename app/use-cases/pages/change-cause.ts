import type { LabelHold } from "../../persistence/label-holds.ts";
import { formatCalendarDay, type HeldBy } from "../../scoring/index.ts";
import type { Judging, ScoredCustomers } from "../scoring/scored-customers.ts";

/** What happens on the day of a change that time alone makes. */
export type ChangeCause =
  /** A decision by hand ends. */
  | { kind: "hold-ends"; hold: LabelHold["kind"] }
  /** The numbers have not kept the tier for a while, and what held it is over. */
  | { kind: "wait-ends"; heldBy: HeldBy[]; belowFrom: string }
  /** Orders grow too old to count for frequency and spend. */
  | { kind: "leaves-window"; orders: number; netMinorUnits: number; orderedOn: string }
  /** So many days since the last counted order. */
  | { kind: "silence"; days: number };

/** Words of `heldBy` by which a tier waits to be lowered. */
const waits = ["grace", "minimum-stay", "one-step", "freeze", "welcome", "refund-waits"] as const;

/** Why labels change on a customer's next day: the customer is row 0. */
export function causeOfChange(
  { program, day }: Judging,
  { frame, metrics }: ScoredCustomers,
  holds: readonly LabelHold[],
  next: { nextChangeDay: number; belowFromDay: number | null; heldBy: readonly string[] },
): ChangeCause {
  const { nextChangeDay } = next;
  const ending = holds.find(({ untilDay }) => untilDay === nextChangeDay);
  if (ending !== undefined) return { kind: "hold-ends", hold: ending.kind };
  const below = next.belowFromDay;
  if (below !== null && below < nextChangeDay) {
    const heldBy = waits.filter((wait) => next.heldBy.includes(wait));
    return { kind: "wait-ends", heldBy, belowFrom: formatCalendarDay(below) };
  }
  const orderedOn = nextChangeDay - program.windowDays;
  let [orders, netMinorUnits] = [0, 0];
  for (let order = frame.offsets[0] ?? 0; order < (frame.offsets[1] ?? 0); order++) {
    if (frame.orderDay[order] !== orderedOn) continue;
    orders += 1;
    netMinorUnits += frame.orderNetMinor[order] ?? 0;
  }
  if (orders > 0)
    return {
      kind: "leaves-window",
      orders,
      netMinorUnits,
      orderedOn: formatCalendarDay(orderedOn),
    };
  return { kind: "silence", days: (metrics.recencyDays[0] ?? 0) + nextChangeDay - day };
}
