/**
 * Business time of the simulated shop. It stands still and moves only when told to, so that a demo, a test or a
 * benchmark says the same thing every time. Tokens, signatures and job timing use real time, not this clock.
 */
export type Clock = {
  /** The present moment of the shop. */
  now(): Date;
  /** The same moment in epoch milliseconds. */
  nowMs(): number;
  /** Moves to a later moment. An earlier one is an error: orders already placed would lie in the future. */
  advanceTo(moment: Date): void;
  /** Moves forward by a duration. */
  advanceByMs(durationMs: number): void;
};

/** @param onAdvance is told the former moment after each move. */
export function createClock(startMs: number, onAdvance: (formerMs: number) => void): Clock {
  let currentMs = startMs;

  function moveTo(momentMs: number): void {
    if (!Number.isFinite(momentMs))
      throw new RangeError("The simulated clock was given a moment that is not a date.");
    if (momentMs < currentMs) {
      throw new RangeError(
        `The simulated clock only moves forward: it is ${new Date(currentMs).toISOString()}, asked for ${new Date(momentMs).toISOString()}.`,
      );
    }
    const formerMs = currentMs;
    currentMs = momentMs;
    if (momentMs !== formerMs) onAdvance(formerMs);
  }

  return {
    now: () => new Date(currentMs),
    nowMs: () => currentMs,
    advanceTo: (moment) => moveTo(moment.getTime()),
    advanceByMs: (durationMs) => moveTo(currentMs + durationMs),
  };
}
