import { DataTable } from "@shopify/polaris";
import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerPage, ScoreLine } from "../../use-cases/customer-page.ts";

const MOST_POINTS = 5;
const WHOLE_BP = 10000;

/** The three rules: what this customer has, the score for it, whom that beats, and what the next score takes. */
export function ScoreTable({ page }: { page: CustomerPage }) {
  const text = useText();
  const formats = useFormats();
  const { rankedCustomers, windowDays } = page;

  return (
    <DataTable
      columnContentTypes={["text", "numeric", "numeric", "numeric", "numeric", "numeric"]}
      headings={[
        text("customer.scores.rule"),
        text("customer.scores.value"),
        text("customer.scores.score"),
        text("customer.scores.beats"),
        text("customer.scores.weight"),
        text("customer.scores.next"),
      ]}
      rows={page.scores.map((line) => [
        ruleName(line),
        amount(line.metric, line.value),
        text("customer.scores.of-five", { score: line.score }),
        beats(line.beats),
        formats.percent(line.weightBp / WHOLE_BP),
        nextScore(line),
      ])}
      increasedTableDensity
      fixedFirstColumns={1}
    />
  );

  function ruleName({ metric }: ScoreLine): string {
    switch (metric) {
      case "recency":
        return text("customer.scores.recency");
      case "frequency":
        return text("customer.scores.frequency", { days: windowDays });
      case "monetary":
        return text("customer.scores.monetary", { days: windowDays });
    }
  }

  function amount(metric: ScoreLine["metric"], value: number): string {
    switch (metric) {
      case "recency":
        return text("customer.scores.recency.value", { days: value });
      case "frequency":
        return text("customer.scores.frequency.value", { orders: value });
      case "monetary":
        return formats.money(value);
    }
  }

  function beats(share: number): string {
    if (rankedCustomers >= FEWEST_FOR_SHARES)
      return text("customer.scores.beats-share", { share: formats.percent(share) });
    return text("customer.scores.beats-count", {
      beaten: Math.round(share * rankedCustomers),
      ranked: rankedCustomers,
    });
  }

  function nextScore({ metric, score, nextScoreAt }: ScoreLine): string {
    if (score === MOST_POINTS) return text("customer.scores.highest");
    if (nextScoreAt === null) return text("customer.scores.nobody");
    return metric === "recency"
      ? text("customer.scores.recency.next", { days: nextScoreAt })
      : amount(metric, nextScoreAt);
  }
}
