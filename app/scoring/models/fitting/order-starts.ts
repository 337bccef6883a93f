import type { OrderModelKind } from "../order-models/order-model.ts";
import type { CollapsedHistories } from "./collapse-histories.ts";

/** Spread of the order rate: many who hardly order, as in most shops; in between; all alike. */
const shapes = [0.3, 1.2, 8];
/** Stopping chances of a beta-geometric model: common and varied, rare, all or nothing, the same for everybody. */
const stopping = [
  [0.8, 2.4],
  [0.1, 2],
  [0.15, 0.15],
  [6, 30],
] as const;
/** Lifetimes of Pareto/NBD, the scale in units of the longest time observed. */
const lifetimes = [
  [0.6, 0.3],
  [0.1, 1],
  [3, 3],
  [0.8, 0.02],
] as const;

/** Where to begin: logarithms of the parameters, spread over what shops are like around this one's own order rate. */
export function listOrderStarts(
  kind: OrderModelKind,
  k: number,
  data: CollapsedHistories,
): number[][] {
  let observed = 0;
  for (let index = 0; index < data.weight.length; index++) {
    observed += (data.weight[index] ?? 0) * (data.times[data.observed[index] ?? 0] ?? 0);
  }
  const rate = Math.max(1e-6, (k * (data.totalRepeats + 0.5)) / Math.max(1e-12, observed));
  const seconds = kind === "pareto-nbd" ? lifetimes : stopping;
  return shapes.flatMap((shape) =>
    // Those who stop make the average rate lower than that of the living, more so when many stop.
    seconds.map(([third, fourth]) =>
      [shape, shape / (1.7 * rate), third, fourth].map((one) => Math.log(one)),
    ),
  );
}
