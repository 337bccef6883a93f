import type { Pace } from "../orders-in/import-pace.ts";

/** Less than this says nothing about the rest. */
const leastSeconds = 10;

/**
 * How long the rest will take at the pace of the last minute, as a range that is honest about not knowing: from the
 * pace itself to half as long again, both rounded up. Null when there is too little to go by.
 *
 * Example: 600 orders left at 300 in 30 s are 60 s at that pace → { from: 60, to: 90 }.
 */
export function estimateSecondsLeft(left: number, pace: Pace): { from: number; to: number } | null {
  if (pace.orders === 0 || pace.seconds < leastSeconds) return null;
  return rangeOfSeconds((Math.max(0, left) / pace.orders) * pace.seconds);
}

/** From the estimate itself to half as long again, both rounded up. */
export function rangeOfSeconds(seconds: number): { from: number; to: number } {
  return { from: roundUp(seconds), to: roundUp(seconds * 1.5) };
}

/** To 5 s below a minute, to 30 s below ten minutes, to minutes above. */
function roundUp(seconds: number): number {
  const step = seconds < 60 ? 5 : seconds < 600 ? 30 : 60;
  return Math.ceil(seconds / step) * step;
}
