import { setTimeout as wait } from "node:timers/promises";

const lookEveryMs = 25;

/**
 * Looks again and again until there is something to see, and returns it. `what` is for the message when it takes too
 * long. A look that throws ends the waiting.
 */
export async function waitFor<T>(
  what: string,
  look: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  patienceMs = 45_000,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > deadline)
      throw new Error(`waited ${patienceMs} ms in vain for ${what}`);
    await wait(lookEveryMs);
  }
}
