import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { BackTestResult } from "../../use-cases/pages/forecasts-page.ts";

type Tested = Extract<BackTestResult, { kind: "tested" }>;

const plainRules: readonly string[] = ["same-again"];

/** What the rule in use is worth beside the nearest rule that needs no model: orders, then the best tenth's sales. */
export function rulesSentences(
  { purchases, spend }: Pick<Tested, "purchases" | "spend">,
  text: Text,
  formats: Pick<Formats, "decimal" | "percent">,
): string[] {
  return [...ordersSentence(), ...topTenthSentence()];

  function ordersSentence(): string[] {
    const used = purchases.scores.find(({ rule }) => rule === purchases.chosen);
    const plain = purchases.scores
      .filter(({ rule }) => plainRules.includes(rule))
      .flatMap(({ meanAbsoluteError }) => meanAbsoluteError ?? []);
    if (typeof used?.meanAbsoluteError !== "number" || plain.length === 0) return [];
    const chosen = formats.decimal(used.meanAbsoluteError);
    return plainRules.includes(used.rule)
      ? [text("forecasts.rules.answer.plain", { chosen })]
      : [
          text("forecasts.rules.answer.model", {
            chosen,
            plain: formats.decimal(Math.min(...plain)),
          }),
        ];
  }

  function topTenthSentence(): string[] {
    const shareOf = (wanted: string) =>
      spend.scores.find(({ rule }) => rule === wanted)?.topTenthShare ?? null;
    const share = shareOf(spend.chosen);
    const plain = shareOf("same-again");
    if (share === null || plain === null || spend.chosen === "same-again") return [];
    return [
      text("forecasts.top.answer", {
        share: formats.percent(share),
        plain: formats.percent(plain),
      }),
    ];
  }
}
