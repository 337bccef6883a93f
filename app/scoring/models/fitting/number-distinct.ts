/** Distinct values in the order in which they first appear, and for each entry the place of its value. */
export interface DistinctValues {
  values: Float64Array;
  places: Int32Array;
}

/** Whole numbers below this are looked up without hashing. */
const directValues = 65_536;

/**
 * Numbers the distinct values of one or more columns, which count as one long column.
 *
 * Small whole numbers, as counts and days are, have a table of their own; the rest is hashed by the bits of the double. A
 * `Map` takes ten times as long on a million customers.
 *
 * Example: 5, 7, 5 → values 5, 7; places 0, 1, 0.
 */
export function numberDistinct(...columns: ArrayLike<number>[]): DistinctValues {
  const length = columns.reduce((sum, column) => sum + column.length, 0);
  const places = new Int32Array(length);
  let values = new Float64Array(1024);
  let table = new Int32Array(4096).fill(-1);
  const direct = new Int32Array(directValues).fill(-1);
  let [distinct, hashed] = [0, 0];
  const asDouble = new Float64Array(1);
  const asBits = new Uint32Array(asDouble.buffer);
  const append = (value: number): number => {
    if (distinct === values.length) {
      const longer = new Float64Array(2 * values.length);
      longer.set(values);
      values = longer;
    }
    values[distinct] = value;
    return distinct++;
  };
  const slotOf = (value: number): number => {
    asDouble[0] = value;
    const hash = Math.imul((asBits[0] ?? 0) ^ Math.imul(asBits[1] ?? 0, 0x85ebca6b), 0x9e3779b1);
    return (hash ^ (hash >>> 15)) & (table.length - 1);
  };
  const placeOf = (value: number): number => {
    if (value >= 0 && value < directValues && Math.floor(value) === value) {
      const known = direct[value] ?? -1;
      return known >= 0 ? known : (direct[value] = append(value));
    }
    let slot = slotOf(value);
    for (;;) {
      const found = table[slot] ?? -1;
      if (found < 0) break;
      if (values[found] === value) return found;
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = append(value);
    hashed++;
    if (4 * hashed > table.length) grow();
    return distinct - 1;
  };
  const grow = () => {
    const former = table;
    table = new Int32Array(4 * former.length).fill(-1);
    for (const place of former) {
      if (place < 0) continue;
      let slot = slotOf(values[place] ?? 0);
      while ((table[slot] ?? -1) >= 0) slot = (slot + 1) & (table.length - 1);
      table[slot] = place;
    }
  };
  let position = 0;
  for (const column of columns) {
    // Zero and minus zero are one time but have different bits.
    for (let index = 0; index < column.length; index++)
      places[position++] = placeOf((column[index] ?? 0) + 0);
  }
  return { values: values.slice(0, distinct), places };
}
