/** Ids in eight bytes each: of every order of a large shop, where a Set would take ten times that. */
export interface IdSet {
  has(id: bigint): boolean;
}

/** Gathers ids, and then tells of any whether it was among them. */
export function createIdGatherer(): { add(id: bigint): void; gathered(): IdSet } {
  let ids = new BigInt64Array(1_024);
  let count = 0;
  return {
    add(id) {
      if (count === ids.length) {
        const larger = new BigInt64Array(ids.length * 2);
        larger.set(ids);
        ids = larger;
      }
      ids[count] = id;
      count += 1;
    },
    gathered() {
      const sorted = ids.subarray(0, count).sort();
      return { has: (id) => isAmong(sorted, id) };
    },
  };
}

function isAmong(sorted: BigInt64Array, id: bigint): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && there < id) low = middle + 1;
    else high = middle;
  }
  return sorted[low] === id;
}
