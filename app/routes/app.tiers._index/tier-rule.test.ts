import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { formatsFor } from "../../i18n/format.ts";
import { textIn } from "../../i18n/text.ts";
import { tierRule } from "./tier-rule.ts";

const formats = formatsFor("en", { currencyCode: "GBP", timeZone: "UTC" }, "2026-03-04T12:00:00Z");

describe("tierRule", () => {
  it("says each tier's own share, not where it is cut", () => {
    const tiers = [
      { key: "core", name: "Core", cutBp: 8000, keepBp: 8000, rank: 0 },
      { key: "growth", name: "Growth", cutBp: 5000, keepBp: 5000, rank: 1 },
      { key: "base", name: "Base", cutBp: 0, keepBp: 0, rank: 2 },
    ];
    expect(tiers.map((tier) => tierRule(tier, tiers, textIn(english), formats))).toEqual([
      "Top 20% by value",
      "Next 30% by value",
      "Everyone else",
    ]);
  });
});
