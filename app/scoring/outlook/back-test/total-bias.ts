/**
 * How much too high a forecast is in total, as a share of what happened: 0.1 is ten per cent too many.
 *
 *     Σ predicted / Σ actual − 1
 *
 * Example: 1, 0.5 and 0 predicted, 2, 0 and 0 bought → −0.25. Null when nothing happened.
 */
export function totalBias(predicted: ArrayLike<number>, actual: ArrayLike<number>): number | null {
  let [sumPredicted, sumActual] = [0, 0];
  for (let row = 0; row < predicted.length; row++) {
    sumPredicted += predicted[row] ?? 0;
    sumActual += actual[row] ?? 0;
  }
  return sumActual === 0 ? null : sumPredicted / sumActual - 1;
}
