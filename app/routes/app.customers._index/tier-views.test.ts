import { describe, expect, it } from "vitest";
import { fitAsViews } from "./tier-views.ts";

describe("fitAsViews", () => {
  it("shows the usual tiers as views", () => {
    expect(fitAsViews(["All", "Core", "Growth", "Base"])).toBe(true);
    expect(fitAsViews(["All", "Platinum", "Gold", "Silver", "Bronze", "Iron"])).toBe(true);
  });

  it("gives up views for many tiers or long names", () => {
    expect(
      fitAsViews([
        "All",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
      ]),
    ).toBe(false);
    expect(
      fitAsViews([
        "All",
        "Ambassadors of the whole big shop",
        "Everyone who ever bought something",
      ]),
    ).toBe(false);
  });
});
