/** Digits of this many bits: a table of 4,096 counters stays in the fastest cache. */
const mostDigitBits = 12;
const lowBits = 32;

export type ValueOrder = {
  /** Positions of the column. */
  order: Uint32Array;
  /** In that order, (value − lowest) / unit, where 32 bits hold it: quicker to walk along than the column. */
  distances: Uint32Array | null;
};

/**
 * The positions of a column of whole numbers in ascending order of value, equal values by position.
 *
 * A histogram of one digit says where each position goes; digit after digit from the lowest, the order comes out exact
 * (radix sort). A million amounts take some 20 ms where comparing them takes 100. `lowest` and `highest` are the
 * column's ends; their distance must be below 2^53, and every distance a multiple of `unit`.
 *
 * Example: 7, 1, 7, 3 → 1, 3, 0, 2.
 */
export function orderByValue(
  column: Float64Array,
  { lowest, highest, unit }: { lowest: number; highest: number; unit: number },
): ValueOrder {
  const size = column.length;
  const span = (highest - lowest) / unit;
  const spanHigh = Math.floor(span / 2 ** lowBits);
  let sorting: Sorting = {
    keys: new Uint32Array(size),
    order: new Uint32Array(size),
    spareKeys: new Uint32Array(size),
    spareOrder: new Uint32Array(size),
  };
  for (let position = 0; position < size; position++) {
    // Keeps the lowest 32 bits of the distance, also where it has more.
    sorting.keys[position] = ((column[position] ?? 0) - lowest) / unit;
    sorting.order[position] = position;
  }
  sorting = sortByKey(sorting, spanHigh > 0 ? lowBits : bitsOf(span));
  if (spanHigh === 0) return { order: sorting.order, distances: sorting.keys };
  for (let place = 0; place < size; place++) {
    const distance = ((column[sorting.order[place] ?? 0] ?? 0) - lowest) / unit;
    sorting.keys[place] = Math.floor(distance / 2 ** lowBits);
  }
  return { order: sortByKey(sorting, bitsOf(spanHigh)).order, distances: null };
}

type Sorting = {
  keys: Uint32Array;
  order: Uint32Array;
  spareKeys: Uint32Array;
  spareOrder: Uint32Array;
};

/** Stable: what was in order by lower bits stays so among equal keys. */
function sortByKey(sorting: Sorting, keyBits: number): Sorting {
  const digits = Math.ceil(keyBits / mostDigitBits);
  const digitBits = Math.ceil(keyBits / Math.max(1, digits));
  let current = sorting;
  for (let digit = 0; digit < digits; digit++)
    current = sortByDigit(current, digit * digitBits, digitBits);
  return current;
}

function sortByDigit(sorting: Sorting, shift: number, digitBits: number): Sorting {
  const { keys, order, spareKeys, spareOrder } = sorting;
  const size = keys.length;
  const mask = 2 ** digitBits - 1;
  const next = new Uint32Array(2 ** digitBits);
  for (let place = 0; place < size; place++) {
    const digit = ((keys[place] ?? 0) >>> shift) & mask;
    next[digit] = (next[digit] ?? 0) + 1;
  }
  let before = 0;
  for (let digit = 0; digit <= mask; digit++) {
    const count = next[digit] ?? 0;
    next[digit] = before;
    before += count;
  }
  for (let place = 0; place < size; place++) {
    const key = keys[place] ?? 0;
    const digit = (key >>> shift) & mask;
    const to = next[digit] ?? 0;
    next[digit] = to + 1;
    spareKeys[to] = key;
    spareOrder[to] = order[place] ?? 0;
  }
  return { keys: spareKeys, order: spareOrder, spareKeys: keys, spareOrder: order };
}

function bitsOf(number: number): number {
  return number === 0 ? 0 : Math.floor(Math.log2(number)) + 1;
}
