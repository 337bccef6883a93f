/** Labels by row: an index into `keys`, −1 for none. */
export interface LabelsByRow {
  readonly keys: readonly string[];
  at(row: number): number;
}

/** How many customers went from which label to which, and what they spent. */
export class FamilyTally {
  readonly #from: LabelsByRow;
  readonly #to: LabelsByRow;
  readonly #width: number;
  readonly #customers: Float64Array;
  readonly #spend: Float64Array;

  constructor(from: LabelsByRow, to: LabelsByRow) {
    this.#from = from;
    this.#to = to;
    this.#width = to.keys.length + 1;
    const cells = (from.keys.length + 1) * this.#width;
    this.#customers = new Float64Array(cells);
    this.#spend = new Float64Array(cells);
  }

  add(fromIndex: number, toIndex: number, spendMinor: number): void {
    const cell = (fromIndex + 1) * this.#width + toIndex + 1;
    this.#customers[cell] = (this.#customers[cell] ?? 0) + 1;
    this.#spend[cell] = (this.#spend[cell] ?? 0) + spendMinor;
  }

  /** Those with anybody in them; from nothing to nothing is left out. */
  list(): { from: string | null; to: string | null; customers: number; spendMinor: number }[] {
    return [...this.#customers.entries()].flatMap(([cell, customers]) => {
      const from = this.#from.keys[Math.floor(cell / this.#width) - 1] ?? null;
      const to = this.#to.keys[(cell % this.#width) - 1] ?? null;
      if (customers === 0 || (from === null && to === null)) return [];
      return [{ from, to, customers, spendMinor: this.#spend[cell] ?? 0 }];
    });
  }
}

/** Which index of `to` is the same label as each index of `from`; −2 = none is. None stays none. */
export function matchLabels(from: LabelsByRow, to: LabelsByRow): (fromIndex: number) => number {
  const same = Int16Array.from(from.keys, (key) => {
    const index = to.keys.indexOf(key);
    return index < 0 ? -2 : index;
  });
  return (fromIndex) => (fromIndex < 0 ? -1 : (same[fromIndex] ?? -2));
}
