import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { formatsFor } from "../../i18n/format.ts";
import { textIn } from "../../i18n/text.ts";
import { scoreLineInWords, type ScoreLine } from "./score-words.ts";

const formats = formatsFor("en", { currencyCode: "GBP", timeZone: "UTC" }, "2026-03-04T12:00:00Z");
const recency: ScoreLine = {
  metric: "recency",
  value: 12,
  score: 4,
  beats: 0.7,
  weightBp: 2000,
  nextScoreAt: 7,
};
const wordsOf = (line: ScoreLine, rankedCustomers = 6020) =>
  scoreLineInWords(line, { windowDays: 365, rankedCustomers }, textIn(english), formats);

describe("scoreLineInWords", () => {
  it("gives each number its unit", () => {
    expect(wordsOf(recency)).toEqual({
      rule: "Recency: days since the last counted order",
      value: "12 days",
      score: "4 of 5",
      beats: "70%",
      weight: "20%",
      next: "7 days or fewer",
    });
    const spend = wordsOf({ ...recency, metric: "monetary", value: 41200, nextScoreAt: 63600 });
    expect(spend).toMatchObject({ value: "£412.00", next: "£636.00" });
  });

  it("says when there is no next score", () => {
    expect(wordsOf({ ...recency, score: 5, nextScoreAt: null }).next).toBe("Highest score");
    expect(wordsOf({ ...recency, nextScoreAt: null }).next).toBe("Nobody is there yet");
  });

  it("counts customers in a small shop", () => {
    expect(wordsOf({ ...recency, beats: 0.6 }, 5).beats).toBe("3 of 5");
  });
});
