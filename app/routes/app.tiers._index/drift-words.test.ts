import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { formatsFor } from "../../i18n/format.ts";
import { textIn } from "../../i18n/text.ts";
import { baseSizeSentence, driftSentence, limitInWords } from "./drift-words.ts";

const text = textIn(english);
const formats = formatsFor("en", { currencyCode: "GBP", timeZone: "UTC" }, "2026-03-04T12:00:00Z");

describe("drift in words", () => {
  it("names the limit that moved, in its own unit, and for how many that matters", () => {
    const headline = {
      kind: "moved",
      metric: "monetary",
      share: 0.031,
      cutPoint: { score: 5, from: 31_240, to: 30_900 },
    } as const;
    expect(driftSentence({ headline, from: "2026-03-03" }, text, formats)).toBe(
      "Since Mar 3, 2026, 3% of customers got another score only because limits moved. Most in Spend: score 5 began at £312.40 or more and begins at £309.00 or more.",
    );
  });

  it.each([
    [{ kind: "steady" } as const, "Limits stand as on Mar 3, 2026, within 1% of customers."],
    [
      { kind: "not-comparable" } as const,
      "The rules changed after Mar 3, 2026, so limits cannot be compared.",
    ],
  ])("claims no move of %o", (headline, sentence) => {
    expect(driftSentence({ headline, from: "2026-03-03" }, text, formats)).toBe(sentence);
  });

  it("gives each limit its unit, and says when nobody gets there", () => {
    expect(limitInWords("recency", 31, text, formats)).toBe("31 days or fewer");
    expect(limitInWords("frequency", 2, text, formats)).toBe("2 orders or more");
    expect(limitInWords("frequency", null, text, formats)).toBe("Nobody is there");
  });

  it("marks starting points and bases too small for their scores", () => {
    expect(
      baseSizeSentence({ kind: "starting-point", rankedCustomers: 40, from: 200 }, text),
    ).toContain("starting points");
    expect(
      baseSizeSentence({ kind: "too-few", rankedCustomers: 12, levels: 5, atLeast: 50 }, text),
    ).toContain("50");
    expect(baseSizeSentence({ kind: "enough" }, text)).toBeNull();
  });
});
