import { describe, expect, it } from "vitest";
import { oddsOf } from "./odds.ts";

describe("oddsOf", () => {
  it.each([
    [0, "fewer", 1, 100],
    [0.002, "fewer", 1, 100],
    [0.04, "about", 4, 100],
    [0.1, "about", 1, 10],
    [0.31, "about", 3, 10],
    [0.94, "about", 9, 10],
    [0.97, "about", 97, 100],
    [0.996, "more", 99, 100],
    [1, "more", 99, 100],
  ])("says %d as %s %d in %d", (chance, how, of, out) => {
    expect(oddsOf(chance)).toEqual({ how, of, out });
  });
});
