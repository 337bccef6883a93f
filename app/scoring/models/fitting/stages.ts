import type { OrderModelKind } from "../order-models/order-model.ts";
import type { CollapsedHistories } from "./collapse-histories.ts";
import { collapseHistories } from "./collapse-histories.ts";
import type { HistoryColumns } from "./history-columns.ts";

/** On so many customers every start is tried. Pareto/NBD integrates, which takes ten times as long. */
const customersToStart: Record<OrderModelKind, number> = {
  "bg-nbd": 1_000,
  "mbg-nbd": 1_000,
  "mbg-cnbd-k": 1_000,
  "pareto-nbd": 500,
};
const growth = 30;

/**
 * Evenly spread parts of a base, each thirty times the one before, and the whole of it last: a small base is its own only
 * stage. A fit of each gives the next one its start, so that a million customers are looked at a few times only.
 *
 * Example: 100,000 distinct histories → 1,000 of them, every third, and all.
 */
export function listStages(
  kind: OrderModelKind,
  columns: HistoryColumns,
): [CollapsedHistories, ...CollapsedHistories[]] {
  const whole = collapseHistories(columns);
  const parts: CollapsedHistories[] = [];
  for (
    let customers = customersToStart[kind];
    customers * 3 < columns.repeats.length && customers < whole.weight.length;
    customers *= growth
  ) {
    parts.push(collapseHistories(columns, customers));
  }
  const [first, ...rest] = parts;
  return first === undefined ? [whole] : [first, ...rest, whole];
}
