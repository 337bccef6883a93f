import { describe, expect, it } from "vitest";
import { matrixOf } from "./matrix-cells.ts";

const ladder = ["Core", "Growth", "Base"];

function cell(matrix: ReturnType<typeof matrixOf>, from: string | null, to: string | null) {
  return matrix.rows
    .find((row) => row.from === from)
    ?.cells.find((candidate) => candidate.to === to);
}

describe("matrixOf", () => {
  it("says up towards a higher tier and down towards a lower one", () => {
    const matrix = matrixOf(
      [
        { from: "Base", to: "Core", customers: 7 },
        { from: "Core", to: "Growth", customers: 3 },
      ],
      ladder,
    );
    expect(cell(matrix, "Base", "Core")).toEqual({ to: "Core", customers: 7, direction: "up" });
    expect(cell(matrix, "Core", "Growth")).toEqual({
      to: "Growth",
      customers: 3,
      direction: "down",
    });
  });

  it("leaves cells without customers plain, and greys the diagonal", () => {
    const matrix = matrixOf([], ladder);
    expect(cell(matrix, "Core", "Base")?.direction).toBe("none");
    expect(cell(matrix, "Core", "Core")?.direction).toBe("stayed");
  });

  it("adds not ranked only when somebody came from there", () => {
    expect(matrixOf([], ladder).names).toEqual(ladder);
    const matrix = matrixOf([{ from: null, to: "Base", customers: 1 }], ladder);
    expect(matrix.names).toEqual([...ladder, null]);
    expect(cell(matrix, null, "Base")?.direction).toBe("up");
  });

  it("keeps moves out of a tier that was removed, without an arrow", () => {
    const matrix = matrixOf([{ from: "Gold", to: "Core", customers: 4 }], ladder);
    expect(matrix.names).toEqual([...ladder, "Gold"]);
    expect(cell(matrix, "Gold", "Core")).toEqual({ to: "Core", customers: 4, direction: "none" });
  });

  it("adds up several counts for the same move", () => {
    const matrix = matrixOf(
      [
        { from: "Base", to: "Core", customers: 2 },
        { from: "Base", to: "Core", customers: 3 },
      ],
      ladder,
    );
    expect(cell(matrix, "Base", "Core")?.customers).toBe(5);
  });
});
