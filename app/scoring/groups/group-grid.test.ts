import { describe, expect, test } from "vitest";
import { defaultProgram } from "../program/program.ts";
import { groupGridOf } from "./group-grid.ts";

const cellOf = (program: typeof defaultProgram, recency: number, frequencyMonetary: number) =>
  groupGridOf(program).cells.find(
    (cell) => cell.recency === recency && cell.frequencyMonetary === frequencyMonetary,
  )?.groups;

describe("groupGridOf", () => {
  test("goes from the most recent row down, and from the lowest column up", () => {
    const { levels, cells } = groupGridOf(defaultProgram);
    expect(levels).toBe(5);
    expect(cells).toHaveLength(25);
    expect(cells[0]).toMatchObject({ recency: 5, frequencyMonetary: 1 });
    expect(cells[24]).toMatchObject({ recency: 1, frequencyMonetary: 5 });
  });

  test("names a cell by those who ordered several times, and lists first orders beside them", () => {
    expect(cellOf(defaultProgram, 5, 4)).toEqual(["high-value", "new"]);
    expect(cellOf(defaultProgram, 3, 1)).toEqual(["potential"]);
    expect(cellOf(defaultProgram, 1, 5)).toEqual(["at-risk"]);
  });

  test("has one group in each cell of a map", () => {
    const whole = [1, 5] as const;
    const map = {
      ...defaultProgram,
      groups: {
        kind: "map" as const,
        groups: [
          { key: "here", name: "Here", areas: [{ recency: [3, 5], frequencyMonetary: whole }] },
          { key: "away", name: "Away", areas: [{ recency: [1, 2], frequencyMonetary: whole }] },
        ],
      },
    } as typeof defaultProgram;
    expect(groupGridOf(map).cells.map(({ groups }) => groups)).toEqual([
      ...Array.from({ length: 15 }, () => ["here"]),
      ...Array.from({ length: 10 }, () => ["away"]),
    ]);
  });

  test("leaves cells open where groups do not go by scores", () => {
    expect(cellOf({ ...defaultProgram, groups: "lifecycle" }, 5, 5)).toEqual([]);
  });
});
