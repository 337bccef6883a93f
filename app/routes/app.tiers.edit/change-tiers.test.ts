import { describe, expect, it } from "vitest";
import {
  aboutCustomers,
  endsAtPercent,
  weightSumPercent,
  withNewTier,
  withoutTier,
  withTier,
  withTierMoved,
} from "./change-tiers.ts";
import { formOf } from "./form-of-program.ts";
import { partsOf } from "./parts-of-form.ts";
import type { ProgramForm } from "./program-form.ts";

const form = formOf({
  money: "net",
  windowDays: 365,
  weights: { recency: 2000, frequency: 3000, monetary: 5000 },
  tiers: [
    { key: "core", name: "Core", cutBp: 8000 },
    { key: "growth", name: "Growth", cutBp: 5000, keepBp: 4500 },
    { key: "base", name: "Base", cutBp: 0 },
  ],
  groups: "five-types",
});

function cuts(changed: ProgramForm) {
  const tiers = partsOf(changed, "GBP")["tiers"] as { key: string | null; cutBp: number }[];
  return tiers.map(({ key, cutBp }) => [key, cutBp]);
}

describe("the ladder", () => {
  it("shows each tier's own share, and down to where it is kept", () => {
    expect(form.tiers.map((tier) => tier.sharePercent)).toEqual(["20", "30", "50"]);
    expect(form.tiers.map((tier) => tier.keepPercent)).toEqual(["", "55", ""]);
    expect([0, 1, 2].map((index) => endsAtPercent(form, index))).toEqual([20, 50, 100]);
  });

  it("keeps hundredths of a percent exact", () => {
    const fine = withTier(form, "core", { sharePercent: "12.35" });
    expect(cuts(fine)).toEqual([
      ["core", 8765],
      ["growth", 5765],
      ["base", 0],
    ]);
  });

  it("puts a new tier above the lowest, without a key", () => {
    expect(cuts(withNewTier(form, "new-1"))).toEqual([
      ["core", 8000],
      ["growth", 5000],
      [null, 4000],
      ["base", 0],
    ]);
  });

  it("lets the next tier take everybody left when the lowest is removed, and forgets whom it welcomed", () => {
    const welcoming = { ...form, policy: { ...form.policy, welcomeTier: "base" } };
    const smaller = withoutTier(welcoming, "base");
    expect(cuts(smaller)).toEqual([
      ["core", 8000],
      ["growth", 0],
    ]);
    expect(smaller.policy.welcomeTier).toBeNull();
  });

  it("swaps names and keys when a tier is moved, and leaves the rules to the rungs", () => {
    const moved = withTierMoved(form, "growth", -1);
    expect(cuts(moved)).toEqual([
      ["growth", 8000],
      ["core", 5000],
      ["base", 0],
    ]);
    expect(moved.tiers.map(({ keepPercent }) => keepPercent)).toEqual(["", "55", ""]);
    expect(withTierMoved(form, "core", -1)).toBe(form);
  });

  it("adds the weights without rounding noise", () => {
    const weights = { recency: "33.3", frequency: "33.3", monetary: "33.4" };
    expect(weightSumPercent({ weights })).toBe(100);
    expect(weightSumPercent({ weights: { ...weights, recency: "" } })).toBeNull();
  });

  it("tells about how many customers each tier will hold", () => {
    expect([0, 1, 2].map((index) => aboutCustomers(form, index, 6020))).toEqual([1204, 1806, 3010]);
    expect(aboutCustomers(withTier(form, "core", { sharePercent: "" }), 0, 6020)).toBeNull();
    expect(aboutCustomers(withTier(form, "core", { sharePercent: "80" }), 2, 6020)).toBeNull();
  });
});
