/** A difference of two standard errors comes up by chance once in forty times. */
const clearErrors = 2;

/**
 * Whether one forecast was nearer to what happened than another by more than chance. Customer by customer
 *
 *     d = |other − actual| − |one − actual|,   mean(d) > 2 · sd(d)/√n
 *
 * A rule that is a hair nearer for fifty customers this time will not be the next time.
 *
 * Example: off by 0, 0, 1 against 1, 1, 1 → d = 1, 1, 0: .667 against 2 · .577/√3 = .667 → not clearly.
 */
export function isClearlyNearer(
  one: ArrayLike<number>,
  other: ArrayLike<number>,
  actual: ArrayLike<number>,
): boolean {
  const customers = actual.length;
  if (customers < 2) return false;
  let [sum, squares] = [0, 0];
  for (let row = 0; row < customers; row++) {
    const happened = actual[row] ?? 0;
    const nearer = Math.abs((other[row] ?? 0) - happened) - Math.abs((one[row] ?? 0) - happened);
    sum += nearer;
    squares += nearer * nearer;
  }
  const mean = sum / customers;
  const variance = Math.max(0, squares - sum * mean) / (customers - 1);
  return mean > 0 && mean > clearErrors * Math.sqrt(variance / customers) * (1 + 1e-12);
}
