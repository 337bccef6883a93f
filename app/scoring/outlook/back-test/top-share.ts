/**
 * The share of what was really spent that came from the tenth of the customers a score puts first, equal scores sharing
 * the last places. 1 would be everything.
 *
 * Example: ten customers, the one with the highest score spent 60 of 100 → 0.6. Null when nothing was spent.
 */
export function topTenthShare(scores: ArrayLike<number>, spent: ArrayLike<number>): number | null {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row);
  order.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const places = order.length / 10;
  let [total, top, start] = [0, 0, 0];
  while (start < order.length) {
    const score = scores[order[start] ?? 0] ?? 0;
    let [end, here] = [start, 0];
    while (end < order.length && (scores[order[end] ?? 0] ?? 0) === score) {
      here += spent[order[end] ?? 0] ?? 0;
      end++;
    }
    total += here;
    const placesHere = Math.min(Math.max(places - start, 0), end - start);
    top += (here * placesHere) / (end - start);
    start = end;
  }
  return total === 0 ? null : top / total;
}
