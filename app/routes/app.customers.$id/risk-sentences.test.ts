import { describe, expect, it } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { textIn } from "../../i18n/text.ts";
import { riskSentences } from "./risk-sentences.ts";

type Risk = Parameters<typeof riskSentences>[0];

const own: Risk = {
  kind: "judged",
  level: "at-risk",
  daysSinceLast: 74,
  judgedBy: { kind: "own-rhythm", usualDays: 31, spreadDays: 1, gaps: 4, shorterGaps: 4 },
  laterThanPercent: 96,
  isPercentAssumed: false,
  reached: 50,
  cameBack: 21,
};
const say = (risk: Risk) => riskSentences(risk, textIn(english));

describe("riskSentences", () => {
  it("goes by the customer's own gaps where there are some", () => {
    expect(say(own)).toEqual([
      "Usually orders every 31 days.",
      "74 days since the last: longer than 4 of their own 4 gaps.",
      "Customers were this late 50 times before and bought again 21 times.",
    ]);
  });

  it("does not call somebody late who has always taken longer", () => {
    const judgedBy = {
      ...own.judgedBy,
      kind: "own-rhythm",
      spreadDays: 1,
      shorterGaps: 0,
    } as const;
    expect(say({ ...own, level: "on-time", daysSinceLast: 3, judgedBy })[1]).toBe(
      "3 days since the last: no longer than any of their own 4 gaps.",
    );
  });

  it("goes by what is usual in the shop otherwise, and by the product type where that is known", () => {
    const has = { needs: 3, has: 0 };
    expect(
      say({
        ...own,
        level: "due",
        judgedBy: { kind: "type-cycle", productType: "Tea", usualDays: 40, gaps: 99, own: has },
      }),
    ).toEqual([
      "Too few orders for a rhythm of their own. In this shop people come back for Tea after 40 days.",
      "74 days since the last: longer than 96% of comparable gaps in this shop.",
    ]);
  });

  it("claims nothing of a shop without a rhythm", () => {
    expect(
      say({
        ...own,
        reached: 3,
        isPercentAssumed: true,
        judgedBy: {
          kind: "assumed-cycle",
          usualDays: 90,
          gaps: 2,
          needsGaps: 20,
          own: { needs: 3, has: 1 },
        },
      }),
    ).toEqual([
      "Neither this customer nor the shop has a rhythm yet (needs 20 gaps between orders, has 2): 90 days are assumed.",
      "74 days since the last.",
    ]);
  });
});
