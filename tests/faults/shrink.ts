import type { History } from "./history.ts";

/** Of histories that make something fail, fewer and shorter ones that still do. Asks `fails` as seldom as it can. */
export async function shrinkHistories(
  histories: readonly History[],
  fails: (histories: History[]) => Promise<boolean>,
): Promise<History[]> {
  let left = await withoutNeedless(histories, fails);
  for (const [index, history] of left.entries()) {
    const shorter = await withoutNeedless(history, (actions) => fails(left.with(index, actions)));
    left = left.with(index, shorter);
  }
  return left;
}

/** Takes away halves, then quarters, down to single items, as long as what is left still fails. */
async function withoutNeedless<Item>(
  items: readonly Item[],
  fails: (items: Item[]) => Promise<boolean>,
): Promise<Item[]> {
  let left = [...items];
  for (
    let size = Math.ceil(left.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < left.length && left.length > 1;) {
      const fewer = left.toSpliced(from, size);
      if (fewer.length > 0 && (await fails(fewer))) left = fewer;
      else from += size;
    }
  }
  return left;
}
