import { describe, expect, it } from "vitest";
import { fillStep, sidesAtBorder } from "./map-look.ts";

const cells = [
  { recency: 2, frequencyMonetary: 1, group: "a" },
  { recency: 2, frequencyMonetary: 2, group: "b" },
  { recency: 1, frequencyMonetary: 1, group: "a" },
  { recency: 1, frequencyMonetary: 2, group: "a" },
] as const;

describe("a cell's look", () => {
  it("has a border where another group begins and at the edge of the map", () => {
    expect(cells.map((cell) => sidesAtBorder(cells, cell))).toEqual([
      ["top", "start"],
      ["top", "end", "start"],
      ["bottom", "start"],
      ["top", "end", "bottom"],
    ]);
  });

  it("is darker for more customers, and plain for nobody and in small shops", () => {
    expect([0, 1, 200, 500, 1000].map((count) => fillStep(count, 1000, 6000))).toEqual([
      0, 1, 1, 3, 5,
    ]);
    expect(fillStep(50, 50, 99)).toBe(0);
  });
});
