import type { Visits } from "../visits.ts";

/** The visits with item `i` are `visit[offsets[i]]` to before `visit[offsets[i + 1]]`, ascending, so by customer. */
export type ItemIndex = { offsets: Uint32Array; visit: Uint32Array };

/** Turns visits → items around. */
export function indexItems({ item, itemOffsets, itemKeys, day }: Visits): ItemIndex {
  const offsets = new Uint32Array(itemKeys.length + 1);
  for (const one of item) offsets[one + 1] = (offsets[one + 1] ?? 0) + 1;
  for (let one = 0; one < itemKeys.length; one++)
    offsets[one + 1] = (offsets[one + 1] ?? 0) + (offsets[one] ?? 0);
  const visit = new Uint32Array(item.length);
  const next = offsets.slice();
  for (let from = 0; from < day.length; from++) {
    const end = itemOffsets[from + 1] ?? 0;
    for (let position = itemOffsets[from] ?? 0; position < end; position++) {
      const one = item[position] ?? 0;
      const at = next[one] ?? 0;
      visit[at] = from;
      next[one] = at + 1;
    }
  }
  return { offsets, visit };
}

/** The customer of each visit. */
export function ownersOf({ customerCount, offsets, day }: Visits): Uint32Array {
  const owner = new Uint32Array(day.length);
  for (let customer = 0; customer < customerCount; customer++)
    owner.fill(customer, offsets[customer], offsets[customer + 1]);
  return owner;
}
