import { setTimeout as wait } from "node:timers/promises";

/** Waits, and throws at once when the worker is told to stop. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await wait(milliseconds, undefined, { signal });
}
