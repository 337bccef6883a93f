import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { Why } from "../../use-cases/pages/why.ts";

const MOST_POINTS = 5;
const WHOLE_BP = 10000;

export type ScoreLine = Why["scores"][number];

type ScoreWords = Record<"rule" | "value" | "score" | "beats" | "weight" | "next", string>;

/** One rule as a row of words. Few ranked customers are counted rather than given in percent. */
export function scoreLineInWords(
  { metric, value, score, beats, weightBp, nextScoreAt }: ScoreLine,
  { windowDays, rankedCustomers }: Pick<Why, "windowDays" | "rankedCustomers">,
  text: Text,
  formats: Pick<Formats, "percent" | "percentDown" | "money">,
): ScoreWords {
  return {
    rule: rule(),
    value: amount(value),
    score: text("customer.scores.of-five", { score }),
    beats: beaten(),
    weight: formats.percent(weightBp / WHOLE_BP),
    next: next(),
  };

  function rule(): string {
    switch (metric) {
      case "recency":
        return text("customer.scores.recency");
      case "frequency":
        return text("customer.scores.frequency", { days: windowDays });
      case "monetary":
        return text("customer.scores.monetary", { days: windowDays });
    }
  }

  function amount(of: number): string {
    switch (metric) {
      case "recency":
        return text("customer.scores.recency.value", { days: of });
      case "frequency":
        return text("customer.scores.frequency.value", { orders: of });
      case "monetary":
        return formats.money(of);
    }
  }

  function beaten(): string {
    return rankedCustomers >= FEWEST_FOR_SHARES
      ? formats.percentDown(beats)
      : text("customer.scores.beats-count", {
          beaten: Math.round(beats * rankedCustomers),
          ranked: rankedCustomers,
        });
  }

  function next(): string {
    if (score === MOST_POINTS) return text("customer.scores.highest");
    if (nextScoreAt === null) return text("customer.scores.nobody");
    return metric === "recency"
      ? text("customer.scores.recency.next", { days: nextScoreAt })
      : amount(nextScoreAt);
  }
}
