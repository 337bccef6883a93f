/** Shades of a count, lightest first: a step of `--echelon-count-…` in palette.css; 0 is plain. */
const shades = 5;

/**
 * The shade of each count: a fifth of the greatest each, zero plain.
 *
 * Example: of 0, 1, 10, 50 → 0, 1, 1, 5.
 */
export function shadesOfCounts(counts: readonly number[]): number[] {
  const greatest = counts.reduce((most, count) => Math.max(most, count), 0);
  return counts.map((count) => (count <= 0 ? 0 : Math.ceil((count * shades) / greatest)));
}
