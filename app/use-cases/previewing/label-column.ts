const firstCapacity = 64;

/** Labels of many customers by row, as small numbers: a million keys as text would be a million objects. */
export class LabelColumn {
  /** In the order in which they were met. */
  readonly keys: string[] = [];
  #indexes: Int16Array;
  readonly #indexOf = new Map<string, number>();

  constructor(rows: number) {
    this.#indexes = new Int16Array(Math.max(rows, firstCapacity)).fill(-1);
  }

  get bytes(): number {
    return this.#indexes.byteLength;
  }

  set(row: number, key: string | null): void {
    if (row >= this.#indexes.length) this.#grow(row + 1);
    this.#indexes[row] = key === null ? -1 : this.#indexOfKey(key);
  }

  /** Index into `keys`; −1 = no label. */
  at(row: number): number {
    return this.#indexes[row] ?? -1;
  }

  keyAt(row: number): string | null {
    return this.keys[this.at(row)] ?? null;
  }

  #indexOfKey(key: string): number {
    const known = this.#indexOf.get(key);
    if (known !== undefined) return known;
    const index = this.keys.push(key) - 1;
    this.#indexOf.set(key, index);
    return index;
  }

  #grow(rows: number): void {
    const longer = new Int16Array(Math.max(rows, this.#indexes.length * 2)).fill(-1);
    longer.set(this.#indexes);
    this.#indexes = longer;
  }
}
