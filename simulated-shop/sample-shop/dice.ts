import { randomExponential, randomLcg, randomLogNormal, randomUniform } from "d3-random";

/** All chance of the sample shop, from one seed: the same seed throws the same numbers. */
export class Dice {
  readonly #source: () => number;

  constructor(seed: number) {
    this.#source = randomLcg(seed);
    // Neighbouring seeds start with neighbouring numbers.
    for (let throwAway = 0; throwAway < 16; throwAway += 1) this.#source();
  }

  /** true with this probability. */
  chance(probability: number): boolean {
    return this.#source() < probability;
  }

  /** A number from `from` up to, not including, `to`. */
  between(from: number, to: number): number {
    return randomUniform.source(this.#source)(from, to)();
  }

  /** A whole number from `from` to `to`, both included. */
  wholeBetween(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1));
  }

  /** Waiting time with this mean. */
  waiting(mean: number): number {
    return randomExponential.source(this.#source)(1 / mean)();
  }

  /** A factor around 1: most near it, a few several times as much. */
  factor(spread: number): number {
    return randomLogNormal.source(this.#source)(0, spread)();
  }

  pick<Value>(values: readonly Value[]): Value {
    const value = values[Math.floor(this.#source() * values.length)];
    if (value === undefined) throw new RangeError("There is nothing to pick from.");
    return value;
  }

  /** Picks by weight; the weights need no particular sum. */
  pickWeighted<Value>(choices: readonly (readonly [value: Value, weight: number])[]): Value {
    let left = this.#source() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(choices)[0];
  }
}
