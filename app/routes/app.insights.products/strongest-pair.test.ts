import { describe, expect, it } from "vitest";
import type { NextPurchase } from "../../use-cases/pages/next-purchases-page.ts";
import { strongestPair } from "./strongest-pair.ts";

const cup: NextPurchase = {
  name: "Cup",
  customers: 40,
  support: 45,
  share: { share: 0.3, low: 0.2, high: 0.4 },
  isTooFew: false,
  lift: 2,
  medianDays: 21,
  isRepeat: false,
};

describe("strongestPair", () => {
  it("weighs how much likelier by how often", () => {
    const rare = { ...cup, name: "Tray", lift: 3, support: 20 };
    expect(strongestPair([{ name: "Tea", next: [rare, cup] }])).toEqual({
      first: "Tea",
      next: cup,
    });
  });

  it.each([
    ["the same again", { isRepeat: true }],
    ["what too few bought", { isTooFew: true }],
    ["what is no likelier than anyway", { lift: 1 }],
  ])("leaves out %s", (_what, change) => {
    expect(strongestPair([{ name: "Tea", next: [{ ...cup, ...change }] }])).toBeNull();
  });
});
