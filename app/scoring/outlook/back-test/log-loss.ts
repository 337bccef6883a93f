/** A chance this near to 0 or 1 would make a single surprise infinitely bad. */
const nearest = 1e-6;

/**
 * How surprising what happened was under the chances given, per customer; lower is better, and it rewards both telling
 * customers apart and being honest about the level.
 *
 *     −Σ (y ln p + (1 − y) ln(1 − p)) / n
 *
 * Example: chances .8 and .5, the first bought, the second did not → (0.2231 + 0.6931)/2 = 0.4581.
 */
export function logLoss(chances: ArrayLike<number>, happened: ArrayLike<number>): number {
  let sum = 0;
  for (let row = 0; row < chances.length; row++) {
    const chance = Math.min(1 - nearest, Math.max(nearest, chances[row] ?? 0));
    sum -= (happened[row] ?? 0) > 0 ? Math.log(chance) : Math.log1p(-chance);
  }
  return chances.length === 0 ? 0 : sum / chances.length;
}
