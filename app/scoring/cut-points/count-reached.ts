/**
 * How many of the `starts` each count has reached, counts and starts being whole numbers from 0 to below 2^31.
 *
 *     (start − 1 − count) >>> 31  is 1 when count ≥ start, else 0
 *
 * The sign bit rather than a comparison: whether a customer is in the upper fifth is a coin toss to the processor, and
 * a wrong guess costs it more than all of the arithmetic.
 *
 * Example: starts 2 and 4, counts 1, 2, 7 → 0, 1, 2. Counting begins at `atLeast`.
 */
export function countReached(
  starts: readonly number[],
  counts: Uint32Array,
  atLeast = 0,
): Uint8Array {
  const reached = new Uint8Array(counts.length).fill(atLeast);
  // One start after the other: a loop this short runs several times as fast as one with a loop inside.
  for (const start of starts) addReached(reached, start - 1, counts);
  return reached;
}

function addReached(reached: Uint8Array, before: number, counts: Uint32Array): void {
  for (let place = 0; place < counts.length; place++)
    reached[place] = (reached[place] ?? 0) + ((before - (counts[place] ?? 0)) >>> 31);
}
