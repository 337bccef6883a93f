/** Keeps the rows of the largest numbers, the earlier row first among equals, of any number that are offered. */
export class Largest {
  readonly #most: number;
  readonly #entries: { row: number; size: number }[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  offer(row: number, size: number): void {
    const entries = this.#entries;
    if (entries.length === this.#most && size <= (entries.at(-1)?.size ?? 0)) return;
    const place = entries.findIndex((entry) => entry.size < size);
    entries.splice(place < 0 ? entries.length : place, 0, { row, size });
    if (entries.length > this.#most) entries.pop();
  }

  rows(): number[] {
    return this.#entries.map(({ row }) => row);
  }
}
