import { describe, expect, it } from "vitest";
import { ladderOf } from "./ladder-positions.ts";

const core = { key: "core", name: "Core", cutBp: 8000, keepBp: 8000, rank: 0 };
const growth = { key: "growth", name: "Growth", cutBp: 5000, keepBp: 5000, rank: 1 };
const base = { key: "base", name: "Base", cutBp: 0, keepBp: 0, rank: 2 };
const tiers = [core, growth, base];

describe("ladderOf", () => {
  it("places each tier from its own cut to the next one, lowest first", () => {
    expect(
      ladderOf(tiers, growth, 0.62).rungs.map(({ key, startPercent, widthPercent }) => [
        key,
        startPercent,
        widthPercent,
      ]),
    ).toEqual([
      ["base", 0, 50],
      ["growth", 50, 30],
      ["core", 80, 20],
    ]);
  });

  it("marks where the tier is kept and where the next one begins", () => {
    expect(ladderOf(tiers, growth, 0.62)).toMatchObject({
      herePercent: 62,
      stayPercent: 50,
      enter: { percent: 80, tierName: "Core" },
    });
  });

  it("has nothing to enter above the highest tier and nothing to lose in the lowest", () => {
    expect(ladderOf(tiers, core, 0.97).enter).toBeNull();
    expect(ladderOf(tiers, base, 0).stayPercent).toBeNull();
  });
});
