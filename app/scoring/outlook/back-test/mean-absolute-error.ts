/**
 * How far predictions are from what happened, per customer on average.
 *
 *     Σ |predicted − actual| / n
 *
 * Example: 1, 0.5 and 0 predicted, 2, 0 and 0 bought → 0.5. Without customers 0.
 */
export function meanAbsoluteError(predicted: ArrayLike<number>, actual: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < predicted.length; row++)
    sum += Math.abs((predicted[row] ?? 0) - (actual[row] ?? 0));
  return predicted.length === 0 ? 0 : sum / predicted.length;
}
