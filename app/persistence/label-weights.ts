/** A prime above the number of labels there can be: 100 tiers of today, some of former programs, and none. */
const prime = 509;

/**
 * Numbers of which no two pairs have the same difference (a Sidon set after Erdős and Turán: 2pk + (k² mod p)). Decisions
 * on one customer form a chain, so weights of labels left less weights of labels entered add up to first less last,
 * whatever order they are read in; and that tells both. All fit 32 bits.
 *
 * Example: of weights 0, 1019 and 2040, a chain first → second → third adds up to −2040: from the first to the third.
 */
export function weightsFor(count: number): number[] {
  if (count >= prime) throw new RangeError(`${count} labels are more than a shop can have had`);
  return Array.from({ length: count }, (_, k) => 2 * prime * k + ((k * k) % prime));
}

/** Which two labels a sum of weights stands for, by their places; never asked for 0, which says that nothing changed. */
export function createPairReader(weights: readonly number[]): (sum: number) => [number, number] {
  const pairs = new Map<number, [number, number]>();
  for (const [from, left] of weights.entries())
    for (const [to, entered] of weights.entries())
      if (from !== to) pairs.set(left - entered, [from, to]);
  return (sum) => {
    const pair = pairs.get(sum);
    if (pair === undefined) throw new Error(`decisions that are no chain add up to ${sum}`);
    return pair;
  };
}
