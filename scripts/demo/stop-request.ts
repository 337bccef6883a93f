/** The person at the terminal wants the demo to end. */
export class StopRequested extends Error {}

/** Rejects on Ctrl-C. */
export function stopRequest(): Promise<never> {
  const requested = new Promise<never>((_resolve, reject) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        reject(new StopRequested());
      });
    }
  });
  requested.catch(() => undefined);
  return requested;
}
