import { describe, expect, it } from "vitest";
import { barParts } from "./bar-parts.ts";

describe("barParts", () => {
  it("fills the whole bar", () => {
    const parts = barParts([1204, 1806, 3010]);
    expect(parts.reduce((sum, part) => sum + part.widthPercent, 0)).toBeCloseTo(100, 9);
    expect(parts[0]?.share).toBeCloseTo(0.2, 9);
  });

  it("leaves a part without label when the number would not fit", () => {
    expect(barParts([8, 92]).map((part) => part.fitsLabel)).toEqual([false, true]);
    expect(barParts([9, 91]).map((part) => part.fitsLabel)).toEqual([true, true]);
  });

  it("draws nothing for no amount at all, and nothing for an amount below zero", () => {
    expect(barParts([0, 0]).map((part) => part.widthPercent)).toEqual([0, 0]);
    expect(barParts([-5, 10]).map((part) => part.widthPercent)).toEqual([0, 100]);
    expect(barParts([])).toEqual([]);
  });
});
