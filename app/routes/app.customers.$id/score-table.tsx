import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Why } from "../../use-cases/pages/why.ts";
import { scoreLineInWords } from "./score-words.ts";

/** The three rules: what this customer has, the score for it, whom that beats, and what the next score takes. */
export function ScoreTable({ why }: { why: Why }) {
  const text = useText();
  const formats = useFormats();
  return (
    <ScrollTable
      caption={text("customer.scores.caption")}
      captionHidden
      columns={[
        { heading: text("customer.scores.rule") },
        { heading: text("customer.scores.value"), numeric: true },
        { heading: text("customer.scores.score"), numeric: true },
        { heading: text("customer.scores.beats"), numeric: true },
        { heading: text("customer.scores.weight"), numeric: true },
        { heading: text("customer.scores.next"), numeric: true },
      ]}
      rows={why.scores.map((line) => {
        const words = scoreLineInWords(line, why, text, formats);
        return {
          key: line.metric,
          cells: [words.rule, words.value, words.score, words.beats, words.weight, words.next],
        };
      })}
    />
  );
}
