import type { WriteUnderWay } from "./estimate-writes.ts";
import { presumedLinesPerSecond } from "./write-times.ts";

const leastMs = 500;
/** A question is a point; somebody who buys while a large publication goes on waits no longer than this for a look. */
const mostMs = 2_000;

/** How long to wait before bulk writes are asked about again: a fifth of what the first to end should still take. */
export function restMs(underWay: readonly WriteUnderWay[], linesPerSecond: number | null): number {
  const left = underWay.map(({ lines, linesDone }) => Math.max(0, lines - linesDone));
  const secondsLeft = Math.min(...left) / (linesPerSecond ?? presumedLinesPerSecond);
  return Math.min(mostMs, Math.max(leastMs, secondsLeft * 200));
}
