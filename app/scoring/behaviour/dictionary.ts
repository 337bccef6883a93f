/** Texts by index, in the order of first appearance. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly #indexes = new Map<string, number>();

  /** −1 for `null` and `""`: unknown. */
  indexOf(text: string | null): number {
    if (text === null || text === "") return -1;
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.texts.length);
    this.texts.push(text);
    return this.texts.length - 1;
  }
}
