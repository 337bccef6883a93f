/**
 * How well a score tells those to whom something happened from the others: the chance that one of the former has the higher
 * score, equal scores counting half (Mann and Whitney's U over the number of pairs).
 *
 *     (Σ ranks of the positives − p(p + 1)/2) / (p · (n − p))
 *
 * with mean ranks for ties. Example: scores .9, .8, .8, .1 of which the first and the third bought → (1 + .5 + 1 + 1)/4 = .875.
 * Null when everybody or nobody did: there is nothing to tell apart.
 */
export function areaUnderCurve(
  scores: ArrayLike<number>,
  happened: ArrayLike<number>,
): number | null {
  const order = Uint32Array.from({ length: scores.length }, (_, row) => row);
  order.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let [positives, rankSum] = [0, 0];
  let start = 0;
  while (start < order.length) {
    const score = scores[order[start] ?? 0] ?? 0;
    let end = start;
    let positivesHere = 0;
    while (end < order.length && (scores[order[end] ?? 0] ?? 0) === score) {
      if ((happened[order[end] ?? 0] ?? 0) > 0) positivesHere++;
      end++;
    }
    positives += positivesHere;
    rankSum += (positivesHere * (start + 1 + end)) / 2;
    start = end;
  }
  const negatives = order.length - positives;
  if (positives === 0 || negatives === 0) return null;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}
