/** Less than this says nothing about the rest. */
const leastSeconds = 10;

/**
 * How long the rest will take at the pace so far, as a range that is honest about not knowing: from the pace
 * itself to half as long again, both rounded up. Null when there is too little to go by.
 *
 * Example: 300 of 900 done in 30 s leaves 60 s at that pace → { from: 60, to: 90 }.
 */
export function estimateSecondsLeft(work: {
  done: number;
  total: number | null;
  startedAt: Date;
  now: Date;
}): { from: number; to: number } | null {
  const seconds = (work.now.getTime() - work.startedAt.getTime()) / 1_000;
  if (work.total === null || work.done === 0 || seconds < leastSeconds) return null;
  const left = (Math.max(0, work.total - work.done) / work.done) * seconds;
  return { from: roundUp(left), to: roundUp(left * 1.5) };
}

/** To 5 s below a minute, to 30 s below ten minutes, to minutes above. */
function roundUp(seconds: number): number {
  const step = seconds < 60 ? 5 : seconds < 600 ? 30 : 60;
  return Math.ceil(seconds / step) * step;
}
