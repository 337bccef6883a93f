import { describe, expect, it } from "vitest";
import {
  aboutCustomers,
  formOf,
  programOf,
  weightSumPercent,
  withNewTier,
  withTier,
  withoutTier,
} from "./tier-form.ts";

const program = {
  version: 1,
  windowDays: 365,
  weights: { recency: 2000, frequency: 3000, monetary: 5000 },
  tiers: [
    { key: "core", name: "Core", cutBp: 8000, rank: 0 },
    { key: "growth", name: "Growth", cutBp: 5000, rank: 1 },
    { key: "base", name: "Base", cutBp: 0, rank: 2 },
  ],
  groups: "five-types",
  scoreCuts: "quantile" as const,
};
const form = formOf(program);

describe("the tier form", () => {
  it("shows each tier's own share and sends back where it is cut", () => {
    expect(form.tiers.map((tier) => tier.sharePercent)).toEqual(["20", "30", "50"]);
    expect(programOf(form)).toEqual({
      windowDays: 365,
      weights: program.weights,
      tiers: program.tiers.map(({ key, name, cutBp }) => ({ key, name, cutBp })),
      groups: "five-types",
      cutPoints: null,
    });
  });

  it("keeps hundredths of a percent exact", () => {
    const fine = withTier(form, "core", { sharePercent: "12.35" });
    expect(programOf(fine).tiers.map((tier) => tier.cutBp)).toEqual([8765, 5765, 0]);
  });

  it("puts a new tier above the lowest, without a key", () => {
    const grown = withNewTier(form, "new-1");
    expect(programOf(grown).tiers.map(({ key, cutBp }) => [key, cutBp])).toEqual([
      ["core", 8000],
      ["growth", 5000],
      [null, 4000],
      ["base", 0],
    ]);
  });

  it("lets the next tier take everybody left when the lowest is removed", () => {
    expect(
      programOf(withoutTier(form, "base")).tiers.map(({ key, cutBp }) => [key, cutBp]),
    ).toEqual([
      ["core", 8000],
      ["growth", 0],
    ]);
  });

  it("sends something that is refused for what is no number, never a zero", () => {
    const typed = { ...form, windowDays: "", weights: { ...form.weights, recency: "abc" } };
    // JSON has no NaN: it arrives as null.
    expect(JSON.stringify(programOf(typed))).toContain(
      '"windowDays":null,"weights":{"recency":null',
    );
    expect(weightSumPercent(typed)).toBeNull();
  });

  it("adds the weights without rounding noise", () => {
    expect(
      weightSumPercent({
        ...form,
        weights: { recency: "33.3", frequency: "33.3", monetary: "33.4" },
      }),
    ).toBe(100);
  });

  it("tells about how many customers each tier will hold", () => {
    expect([0, 1, 2].map((index) => aboutCustomers(form, index, 6020))).toEqual([1204, 1806, 3010]);
    expect(aboutCustomers(withTier(form, "core", { sharePercent: "" }), 0, 6020)).toBeNull();
    expect(aboutCustomers(withTier(form, "core", { sharePercent: "80" }), 2, 6020)).toBeNull();
  });
});
