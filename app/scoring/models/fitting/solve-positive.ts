/**
 * Solves (M + damping · (|diagonal| + 1e-8 · largest)) s = g over the free coordinates by Cholesky; the others stay 0. Null
 * when the matrix is not positive definite, which is how a caller learns that it is not near a maximum.
 *
 * Example: M = [[4]], g = [8], damping 0 → [2].
 */
export function solvePositive(
  matrix: readonly (readonly number[])[],
  right: ArrayLike<number>,
  free: readonly boolean[],
  damping: number,
): number[] | null {
  const places = free.flatMap((isFree, place) => (isFree ? [place] : []));
  const at = (i: number, j: number) => matrix[places[i] ?? 0]?.[places[j] ?? 0] ?? 0;
  const size = places.length;
  const largest = places.reduce((most, _, i) => Math.max(most, Math.abs(at(i, i))), 0);
  const factor: number[][] = [];
  for (let i = 0; i < size; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j);
      if (i === j) sum += damping * (Math.abs(sum) + 1e-8 * largest);
      const other = i === j ? row : factor[j];
      for (let m = 0; m < j; m++) sum -= (row[m] ?? 0) * (other?.[m] ?? 0);
      if (i === j) {
        if (!(sum > 1e-14 * Math.abs(at(i, i)))) return null;
        row.push(Math.sqrt(sum));
      } else row.push(sum / (factor[j]?.[j] ?? 1));
    }
    factor.push(row);
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let i = 0; i < size; i++) {
    let sum = right[places[i] ?? 0] ?? 0;
    for (let m = 0; m < i; m++) sum -= (factor[i]?.[m] ?? 0) * (solution[m] ?? 0);
    solution[i] = sum / (factor[i]?.[i] ?? 1);
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = solution[i] ?? 0;
    for (let m = i + 1; m < size; m++) sum -= (factor[m]?.[i] ?? 0) * (solution[m] ?? 0);
    solution[i] = sum / (factor[i]?.[i] ?? 1);
  }
  const all = Array.from({ length: free.length }, () => 0);
  for (const [index, place] of places.entries()) all[place] = solution[index] ?? 0;
  return all;
}
