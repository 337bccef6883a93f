import type { CopyWriter } from "./copy/copy-writer.ts";

const firstCapacity = 1_024;
/** Numbers in a slot. */
const slotLength = 3;

/**
 * Gives customers row numbers from 0 in the order in which they are met. Ids are 64 bits and are kept as two halves:
 * a million of them as bigints would take half a second and 40 MB.
 */
export class CustomerRows {
  #count = 0;
  #high = new Int32Array(firstCapacity);
  #low = new Int32Array(firstCapacity);
  /**
   * By hash, open addressing, at most half full: row + 1 or 0 = free, and the row's two halves again beside it, so that
   * finding one of a million customers looks at one place of memory and not at three.
   */
  #slots = new Int32Array(2 * firstCapacity * slotLength);

  get count(): number {
    return this.#count;
  }

  get bytes(): number {
    return this.#high.byteLength + this.#low.byteLength + this.#slots.byteLength;
  }

  /** The row of an id, a new one when it was never met. */
  add(high: number, low: number): number {
    const known = this.find(high, low);
    if (known >= 0) return known;
    if (this.#count === this.#low.length) this.#grow();
    const row = this.#count++;
    this.#fill(this.#slotOf(high, low), row, high, low);
    this.#high[row] = high;
    this.#low[row] = low;
    return row;
  }

  /** −1 for an id that was never met. */
  find(high: number, low: number): number {
    return (this.#slots[this.#slotOf(high, low)] ?? 0) - 1;
  }

  addId(id: bigint): number {
    return this.add(...halvesOf(id));
  }

  findId(id: bigint): number {
    return this.find(...halvesOf(id));
  }

  idAt(row: number): bigint {
    return (BigInt(this.#high[row] ?? 0) << 32n) | BigInt((this.#low[row] ?? 0) >>> 0);
  }

  /** Writes an id as a bigint field, without making one. */
  writeId(writer: CopyWriter, row: number): void {
    writer.halves(this.#high[row] ?? 0, this.#low[row] ?? 0);
  }

  /** Rows by ascending id: the order in which indexes are cheapest to write. */
  sort(rows: Uint32Array): Uint32Array {
    const ids = BigInt64Array.from(rows, (row) => this.idAt(row)).sort();
    return Uint32Array.from(ids, (id) => this.findId(id));
  }

  /** Where an id is, or would be, in `#slots`. */
  #slotOf(high: number, low: number): number {
    const mask = this.#low.length * 2 - 1;
    const mixed = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1);
    let index = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const slot = index * slotLength;
      if (this.#slots[slot] === 0) return slot;
      if (this.#slots[slot + 1] === low && this.#slots[slot + 2] === high) return slot;
      index = (index + 1) & mask;
    }
  }

  #fill(slot: number, row: number, high: number, low: number): void {
    this.#slots[slot] = row + 1;
    this.#slots[slot + 1] = low;
    this.#slots[slot + 2] = high;
  }

  #grow(): void {
    const capacity = this.#low.length * 2;
    const high = new Int32Array(capacity);
    high.set(this.#high);
    const low = new Int32Array(capacity);
    low.set(this.#low);
    const met = this.#low.length;
    this.#high = high;
    this.#low = low;
    this.#slots = new Int32Array(capacity * 2 * slotLength);
    for (let row = 0; row < met; row++) {
      const highHalf = high[row] ?? 0;
      const lowHalf = low[row] ?? 0;
      this.#fill(this.#slotOf(highHalf, lowHalf), row, highHalf, lowHalf);
    }
  }
}

function halvesOf(id: bigint): [high: number, low: number] {
  return [Number(BigInt.asIntN(32, id >> 32n)), Number(BigInt.asIntN(32, id))];
}
