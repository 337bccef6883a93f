import { describe, expect, it } from "vitest";
import { tierShade } from "./tier-shades.ts";

describe("tierShade", () => {
  it("gives every tier its own shade up to seven tiers", () => {
    for (const count of [2, 3, 4, 5, 6, 7]) {
      const shades = Array.from({ length: count }, (_, rank) => tierShade(rank, count).background);
      expect(new Set(shades).size, `${count} tiers`).toBe(count);
    }
  });

  it("is darker for a higher tier", () => {
    const steps = [0, 1, 2].map((rank) => Number(tierShade(rank, 3).background.match(/\d+/)?.[0]));
    expect(steps).toEqual([10, 7, 4]);
  });

  it("puts white text on dark steps only", () => {
    expect(tierShade(0, 3).text).toBe("var(--echelon-text-on-dark)");
    expect(tierShade(1, 3).text).toBe("var(--echelon-text-on-light)");
  });

  it("still answers for more tiers than shades, never lighter for a higher one", () => {
    const steps = Array.from({ length: 12 }, (_, rank) =>
      Number(tierShade(rank, 12).background.match(/\d+/)?.[0]),
    );
    expect([...steps].sort((a, b) => b - a)).toEqual(steps);
  });
});
