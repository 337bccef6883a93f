/** The same items; while one is worked on, the next is being fetched. Ending early ends the source. */
export async function* readAhead<Item>(
  source: AsyncGenerator<Item, void>,
): AsyncGenerator<Item, void> {
  let next = source.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done === true) return;
      next = source.next();
      // Whoever waits for it sees the failure; nobody may be waiting yet.
      next.catch(() => {});
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}
