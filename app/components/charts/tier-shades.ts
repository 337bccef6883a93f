/** Steps of the blue ramp in palette.css, lightest (lowest tier) first, for each number of tiers. */
const STEPS_BY_COUNT: Record<number, readonly number[]> = {
  1: [10],
  2: [5, 10],
  3: [4, 7, 10],
  4: [4, 7, 8, 10],
  5: [2, 5, 7, 8, 10],
  6: [1, 3, 7, 8, 9, 11],
  7: [1, 3, 6, 7, 8, 9, 11],
};

const MOST_SHADES = 7;
const FIRST_DARK_STEP = 8;

export interface TierShade {
  background: string;
  text: string;
}

/**
 * The fill and the text colour on it for one tier. `rank` 0 is the highest tier and gets the darkest step.
 * Above seven tiers neighbours share shades and the words tell them apart.
 */
export function tierShade(rank: number, tierCount: number): TierShade {
  const shades = STEPS_BY_COUNT[Math.min(Math.max(tierCount, 1), MOST_SHADES)] ?? [10];
  const positionFromTop =
    tierCount <= MOST_SHADES ? rank : Math.floor((rank * MOST_SHADES) / tierCount);
  const step =
    shades[shades.length - 1 - Math.min(Math.max(positionFromTop, 0), shades.length - 1)] ?? 10;
  return {
    background: `var(--echelon-blue-${step})`,
    text: step >= FIRST_DARK_STEP ? "var(--echelon-text-on-dark)" : "var(--echelon-text-on-light)",
  };
}
