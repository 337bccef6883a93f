import { expect, test } from "vitest";
import { createPairReader, weightsFor } from "./label-weights.ts";

test("no two pairs of labels have the same difference of weights", () => {
  const weights = weightsFor(120);
  const differences = weights
    .flatMap((from) => weights.map((to) => from - to))
    .filter((by) => by !== 0);
  expect(new Set(differences).size).toBe(differences.length);
  expect(Math.max(...weights)).toBeLessThan(2 ** 31);
});

test("a chain of moves adds up to its two ends", () => {
  const weights = weightsFor(3);
  const at = (index: number) => weights[index] ?? 0;
  const sum = at(0) - at(1) + (at(1) - at(2));
  expect(createPairReader(weights)(sum)).toEqual([0, 2]);
});
