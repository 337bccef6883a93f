/** Beyond this spread of a logarithm the likelihood is no longer near a bell. */
const mostSpread = 3;

/**
 * A few points that stand for the bell-shaped distribution of the parameters' logarithms around a summit: θ ± √d · column of
 * the covariance's Cholesky root, 2d points of equal weight, which have its mean and covariance exactly (Julier &
 * Uhlmann 1997). Just the summit when there is no covariance.
 *
 * Example: one parameter, mean 0, variance 4 → 2 and −2.
 */
export function plausiblePoints(
  theta: readonly number[],
  covariance: readonly (readonly number[])[] | null,
): number[][] {
  if (covariance === null) return [[...theta]];
  const root = rootOf(covariance);
  const stretch = Math.sqrt(theta.length);
  return root.flatMap((_, column) =>
    [1, -1].map((sign) =>
      theta.map((one, row) => {
        const away = stretch * (root[row]?.[column] ?? 0);
        return one + sign * Math.max(-mostSpread, Math.min(mostSpread, away));
      }),
    ),
  );
}

/** The lower triangle whose product with its transpose is the matrix; a row of zeros stays one. */
function rootOf(matrix: readonly (readonly number[])[]): number[][] {
  const root: number[][] = [];
  for (const [i, row] of matrix.entries()) {
    const made = row.map(() => 0);
    for (let j = 0; j <= i; j++) {
      const other = i === j ? made : (root[j] ?? made);
      let sum = row[j] ?? 0;
      for (let m = 0; m < j; m++) sum -= (made[m] ?? 0) * (other[m] ?? 0);
      if (i === j) made[j] = Math.sqrt(Math.max(0, sum));
      else made[j] = (other[j] ?? 0) > 0 ? sum / (other[j] ?? 1) : 0;
    }
    root.push(made);
  }
  return root;
}
