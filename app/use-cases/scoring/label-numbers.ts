/**
 * Numbers for label keys: a label of the program has its place there, −1 is none, and labels of earlier versions get
 * numbers after those.
 */
export class LabelNumbers {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #places: number;

  constructor(labels: readonly { key: string }[]) {
    for (const { key } of labels) this.#add(key);
    this.#places = this.#keys.length;
  }

  of(key: string | null): number {
    return key === null ? -1 : (this.#numbers.get(key) ?? this.#add(key));
  }

  /** −1 for a label that the program does not have. */
  placeOf(key: string | null): number {
    const number = this.of(key);
    return number < this.#places ? number : -1;
  }

  keyOf(number: number): string | null {
    return this.#keys[number] ?? null;
  }

  #add(key: string): number {
    const number = this.#keys.push(key) - 1;
    this.#numbers.set(key, number);
    return number;
  }
}
