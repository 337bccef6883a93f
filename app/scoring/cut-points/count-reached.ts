/**
 * How many of the `starts` each count has reached, counts and starts being whole numbers from 0 to below 2^31.
 *
 *     (start − 1 − count) >>> 31  is 1 when count ≥ start, else 0
 *
 * The sign bit rather than a comparison: whether a customer is in the upper fifth is a coin toss to the processor, and
 * a wrong guess costs it more than all of the arithmetic.
 *
 * Example: starts 2 and 4, counts 1, 2, 7 → 0, 1, 2.
 */
export function countReached(starts: readonly number[], counts: Uint32Array): Uint8Array {
  const before = Int32Array.from(starts, (start) => start - 1);
  const reached = new Uint8Array(counts.length);
  for (let place = 0; place < counts.length; place++) {
    const count = counts[place] ?? 0;
    let sum = 0;
    for (let index = 0; index < before.length; index++)
      sum += ((before[index] ?? 0) - count) >>> 31;
    reached[place] = sum;
  }
  return reached;
}
