import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { formatsFor } from "../../i18n/format.ts";
import { textIn } from "../../i18n/text.ts";
import { whySentences } from "./why-sentences.ts";

const core = { key: "core", name: "Core", cutBp: 8000, keepBp: 8000, rank: 0 };
const growth = { key: "growth", name: "Growth", cutBp: 5000, keepBp: 5000, rank: 1 };
const base = { key: "base", name: "Base", cutBp: 0, keepBp: 0, rank: 2 };
const inGrowth = {
  automaticTier: growth,
  tiers: [core, growth, base],
  tierStarts: [
    { key: "core", aboveValue: 78.4 },
    { key: "growth", aboveValue: 51.2 },
    { key: "base", aboveValue: null },
  ],
  value: 71.3456,
  valueBeats: 0.62,
  rankedCustomers: 6020,
  heldBy: [],
};
const formats = formatsFor("en", { currencyCode: "GBP", timeZone: "UTC" }, "2026-03-04T12:00:00Z");
const say = (standing: Parameters<typeof whySentences>[0]) =>
  whySentences(standing, textIn(english), formats);

describe("whySentences", () => {
  it("says the value, whom it beats, where the tier starts and where the next one does", () => {
    expect(say(inGrowth)).toEqual([
      "Growth, because a value of 71.35 beats 62% of your 6,020 ranked customers.",
      "Growth starts above a value of 51.20: the top 50%.",
      "Core starts above a value of 78.40: the top 20%.",
    ]);
  });

  it("has no next tier above the highest, and no start below the lowest", () => {
    expect(say({ ...inGrowth, automaticTier: core })).toHaveLength(2);
    expect(say({ ...inGrowth, automaticTier: base })[1]).toBe(
      "Base takes everyone below the tiers above it.",
    );
  });

  it("says down to where a tier is kept, and that the policy holds somebody for now", () => {
    const kept = { ...growth, keepBp: 4500 };
    expect(say({ ...inGrowth, automaticTier: kept, heldBy: ["keep"] }).slice(0, 2)).toEqual([
      "Growth for now. A value of 71.35 beats 62% of your 6,020 ranked customers.",
      "Growth starts above a value of 51.20: the top 50%, and is kept down to the top 55%.",
    ]);
  });

  it("counts customers in a small shop", () => {
    expect(say({ ...inGrowth, rankedCustomers: 5, valueBeats: 0.6 })[0]).toContain(
      "beats 3 of your 5 ranked customers",
    );
  });

  it("says why somebody without a tier has none", () => {
    expect(say({ ...inGrowth, automaticTier: null, value: null, valueBeats: null })).toEqual([
      "Not ranked, because no order of this customer counts. A tier comes with the first one that does.",
    ]);
  });
});
