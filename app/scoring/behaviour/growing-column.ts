type Numbers = Int32Array | Uint32Array | Float64Array;

const firstCapacity = 1024;

/** A typed array that numbers are appended to, however many there will be: for when there are few of them. */
export class GrowingColumn<Column extends Numbers> {
  length = 0;
  #values: Column;
  readonly #allocate: (length: number) => Column;

  constructor(allocate: (length: number) => Column) {
    this.#allocate = allocate;
    this.#values = allocate(firstCapacity);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const longer = this.#allocate(this.#values.length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.length] = value;
    this.length++;
  }

  at(position: number): number {
    return this.#values[position] ?? 0;
  }

  replace(position: number, value: number): void {
    this.#values[position] = value;
  }

  /** A copy of all values. */
  toColumn(): Column {
    const column = this.#allocate(this.length);
    column.set(this.#values.subarray(0, this.length));
    return column;
  }
}

export const growingInt32s = () => new GrowingColumn((length) => new Int32Array(length));
export const growingUint32s = () => new GrowingColumn((length) => new Uint32Array(length));
export const growingDoubles = () => new GrowingColumn((length) => new Float64Array(length));
