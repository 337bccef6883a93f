import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canSplit,
  mergeGroups,
  painted,
  paintedRange,
  partsOf,
  scoresAt,
  splitGroup,
  withNewGroup,
  withoutGroup,
  type MapForm,
} from "./map-form.ts";

const start: MapForm = {
  levels: 5,
  groups: [
    { id: "a", key: "a", name: "A" },
    { id: "b", key: "b", name: "B" },
  ],
  cells: Array.from({ length: 25 }, (_, place) => (place < 15 ? "a" : "b")),
};

describe("the map form", () => {
  it("sends whole regions as one rectangle each", () => {
    expect(partsOf(start).groups.groups.map(({ areas }) => areas)).toEqual([
      [{ recency: [3, 5], frequencyMonetary: [1, 5] }],
      [{ recency: [1, 2], frequencyMonetary: [1, 5] }],
    ]);
  });

  it("covers every square exactly once, whatever is painted", () => {
    const cells = fc.array(fc.constantFrom("a", "b"), { minLength: 25, maxLength: 25 });
    fc.assert(
      fc.property(cells, (drawn) => {
        const { groups } = partsOf({ ...start, cells: drawn }).groups;
        for (const [place, drawnGroup] of drawn.entries()) {
          const { recency, frequencyMonetary } = scoresAt(place, 5);
          const owners = groups.flatMap(({ key, areas }) =>
            areas
              .filter(
                (area) =>
                  area.recency[0] <= recency &&
                  recency <= area.recency[1] &&
                  area.frequencyMonetary[0] <= frequencyMonetary &&
                  frequencyMonetary <= area.frequencyMonetary[1],
              )
              .map(() => key),
          );
          expect(owners).toEqual([drawnGroup]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("paints a square, or rows and columns, and nothing else", () => {
    expect(painted(start, 24, "a").cells.filter((id) => id === "a")).toHaveLength(16);
    const ranged = paintedRange(start, [1, 1], [4, 5], "a");
    expect(ranged.cells.slice(20)).toEqual(["b", "b", "b", "a", "a"]);
  });

  it("gives the squares of a removed group to its neighbour, and keeps one group at least", () => {
    const one = withoutGroup(start, "a");
    expect(new Set(one.cells)).toEqual(new Set(["b"]));
    expect(withoutGroup(one, "b")).toEqual(one);
    expect(withNewGroup(start, "new-1").groups.at(-1)).toEqual({
      id: "new-1",
      key: null,
      name: "",
    });
  });

  it("splits a group by rows or by columns where it reaches over several, and gives back what is merged", () => {
    const part = { id: "c", key: null, name: "A 2" };
    const byRows = splitGroup(start, "a", "recency", part);
    expect(byRows.cells).toEqual([
      ...Array<string>(10).fill("a"),
      ...Array<string>(5).fill("c"),
      ...Array<string>(10).fill("b"),
    ]);
    expect(byRows.groups.map(({ id }) => id)).toEqual(["a", "c", "b"]);
    const byColumns = splitGroup(start, "a", "frequencyMonetary", part);
    expect(byColumns.cells.slice(0, 5)).toEqual(["c", "c", "a", "a", "a"]);
    expect(mergeGroups(byRows, "a", "c")).toEqual(start);
    expect(mergeGroups(start, "a", "a")).toEqual(start);

    const line = paintedRange(start, [5, 5], [1, 5], "b");
    const single = { ...line, cells: line.cells.map((id, place) => (place < 5 ? "c" : id)) };
    expect(canSplit(single, "c", "recency")).toBe(false);
    expect(canSplit(single, "c", "frequencyMonetary")).toBe(true);
    expect(splitGroup(single, "c", "recency", part)).toEqual(single);
  });
});
