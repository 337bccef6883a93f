import { expect, test } from "vitest";
import { english } from "../../i18n/en/language.ts";
import { formatsFor } from "../../i18n/format.ts";
import { textIn } from "../../i18n/text.ts";
import type { TierRule } from "../../use-cases/pages/describe-tier.ts";
import { tierRule } from "./tier-rule.ts";

const formats = formatsFor("en", { currencyCode: "GBP", timeZone: "UTC" }, "2026-03-04T12:00:00Z");

test.each<[TierRule, string]>([
  [{ kind: "share", isTop: true, share: 0.2, keptTo: null }, "Top 20% by value"],
  [
    { kind: "share", isTop: false, share: 0.3, keptTo: 0.55 },
    "Next 30% by value, kept down to the top 55%",
  ],
  [{ kind: "rest" }, "Everyone else"],
  [{ kind: "natural-breaks", of: "monetary" }, "By gaps in spend"],
  [
    {
      kind: "thresholds",
      enter: [
        { metric: "windowSpendAtLeast", bound: 50_000 },
        { metric: "recencyDaysAtMost", bound: 90 },
      ],
      stay: [{ metric: "windowSpendAtLeast", bound: 30_000 }],
    },
    "£500.00 or more in 365 days · last order within 90 days. To stay: £300.00 or more in 365 days",
  ],
])("%o reads %s", (rule, sentence) => {
  expect(tierRule(rule, 365, textIn(english), formats)).toBe(sentence);
});
