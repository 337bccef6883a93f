import { describe, expect, it } from "vitest";
import { createDirections, mergeLadders } from "./tier-order.ts";

const ladder = (...keys: string[]) => keys.map((key) => ({ key }));

describe("two ladders beside each other", () => {
  it("puts a tier that is given up right above the next lower one that stays", () => {
    expect(mergeLadders(ladder("core", "growth", "base"), ladder("top", "core", "base"))).toEqual([
      "top",
      "core",
      "growth",
      "base",
    ]);
    expect(mergeLadders(ladder("a", "b", "c"), ladder("b"))).toEqual(["a", "b", "c"]);
    expect(mergeLadders(ladder("a", "b"), ladder("c", "d"))).toEqual(["c", "d", "a", "b"]);
  });

  it("calls a move up or down by places, and coming and going neither", () => {
    const directionOf = createDirections(["core", "growth", "base"]);
    expect(directionOf("growth", "core")).toBe("up");
    expect(directionOf("core", "base")).toBe("down");
    expect(directionOf("core", "core")).toBe("sideways");
    expect(directionOf(null, "core")).toBe("sideways");
    expect(directionOf("core", null)).toBe("sideways");
    expect(directionOf("unheard-of", "core")).toBe("sideways");
  });
});
