import type { Ladder } from "./ladder.ts";

/**
 * Cut points at the natural breaks of a metric (Jenks, Fisher): of all ways to part the customers into `levels` classes of
 * neighbouring values, the one with the least sum of squared distances from each class's mean.
 *
 *     minimise  Σ over classes  Σ over customers in it  (value − mean of the class)²
 *
 * The optimum, not an approximation, found over the distinct values by dynamic programming (Fisher 1958): the best last
 * class of the first j values begins no earlier than that of the first j − 1, so each layer takes n·log n steps (Song and
 * Zhong 2020, Ckmeans.1d.dp). There is no limit to n; sums are doubles, so two partitions whose sums agree in 12
 * digits may be taken for each other. Of equal ones the one with the lowest breaks is taken. With fewer distinct values
 * than levels the scores from the bottom up have one value each, and nobody reaches the others.
 *
 * Example: 1, 1, 2, 10, 11, 50 in 3 levels → classes 1–2, 10–11 and 50: cut points 2 and 11.
 */
export function naturalBreaks(ladder: Ladder, levels: number): number[] {
  const { values } = ladder;
  const size = values.length;
  const classes = Math.min(levels, size);
  const spread = spreadOver(ladder);
  // starts[c · size + j]: where the last of c + 1 classes over the first j + 1 values begins.
  const starts = new Uint32Array(classes * size);
  let former = Float64Array.from({ length: size }, (_, last) => spread(0, last));
  for (let layer = 1; layer < classes; layer++) {
    const current = new Float64Array(size);
    fillLayer({ layer, former, current, spread, starts: starts.subarray(layer * size) });
    former = current;
  }
  const cutPoints = new Array<number>(levels - 1).fill(Infinity);
  let last = size - 1;
  for (let layer = classes - 1; layer > 0; layer--) {
    last = (starts[layer * size + last] ?? 0) - 1;
    cutPoints[layer - 1] = values[last] ?? Infinity;
  }
  return cutPoints;
}

type Layer = {
  /** Classes before the last one. */
  layer: number;
  /** Least spread of the first values in one class fewer. */
  former: Float64Array;
  current: Float64Array;
  spread: (first: number, last: number) => number;
  starts: Uint32Array;
};

/** The middle is solved first: it bounds where the last class can begin on either side of it. */
function fillLayer(work: Layer): void {
  const fill = (from: number, to: number, leastStart: number, mostStart: number): void => {
    if (from > to) return;
    const last = (from + to) >>> 1;
    let best = Infinity;
    let bestStart = leastStart;
    for (let start = leastStart; start <= Math.min(last, mostStart); start++) {
      const spread = (work.former[start - 1] ?? 0) + work.spread(start, last);
      if (spread < best) {
        best = spread;
        bestStart = start;
      }
    }
    work.current[last] = best;
    work.starts[last] = bestStart;
    fill(from, last - 1, leastStart, bestStart);
    fill(last + 1, to, bestStart, mostStart);
  };
  fill(work.layer, work.current.length - 1, work.layer, work.current.length - 1);
}

/**
 * Sum of squared distances from their mean of the customers at the values `first` to `last`: Σw·x² − (Σw·x)² / Σw, from
 * running sums. Values are taken from the mean of all, or the squares of large amounts would swallow the differences.
 */
function spreadOver({ values, less, customerCount }: Ladder): Layer["spread"] {
  const size = values.length;
  const weightAt = (step: number): number => (less[step + 1] ?? customerCount) - (less[step] ?? 0);
  let total = 0;
  for (let step = 0; step < size; step++) total += weightAt(step) * (values[step] ?? 0);
  const mean = total / Math.max(1, customerCount);
  const weights = new Float64Array(size + 1);
  const sums = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1);
  for (let step = 0; step < size; step++) {
    const distance = (values[step] ?? 0) - mean;
    weights[step + 1] = (weights[step] ?? 0) + weightAt(step);
    sums[step + 1] = (sums[step] ?? 0) + weightAt(step) * distance;
    squares[step + 1] = (squares[step] ?? 0) + weightAt(step) * distance * distance;
  }
  return (first, last) => {
    const weight = (weights[last + 1] ?? 0) - (weights[first] ?? 0);
    const sum = (sums[last + 1] ?? 0) - (sums[first] ?? 0);
    const square = (squares[last + 1] ?? 0) - (squares[first] ?? 0);
    return Math.max(0, square - (sum * sum) / weight);
  };
}
