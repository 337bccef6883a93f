import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Why } from "../../use-cases/pages/why.ts";
import { ruleInWords } from "./rule-words.ts";

/** What decides on the tier: this customer, what it takes to stay, and to enter the next. */
export function RuleTable({ why }: { why: Why }) {
  const text = useText();
  const formats = useFormats();
  const next = why.tiers.find(({ rank }) => rank === (why.automaticTier?.rank ?? 0) - 1);
  return (
    <ScrollTable
      caption={text("why.rule.caption")}
      captionHidden
      columns={[
        { heading: text("why.rule.rule") },
        { heading: text("why.rule.actual"), numeric: true },
        { heading: text("why.rule.stay", { tier: why.automaticTier?.name ?? "" }), numeric: true },
        ...(next ? [{ heading: text("why.rule.enter", { tier: next.name }), numeric: true }] : []),
        { heading: text("why.rule.distance"), numeric: true },
      ]}
      rows={why.rules.map((rule) => {
        const words = ruleInWords(rule, why.windowDays, text, formats);
        const cells = [words.rule, words.actual, words.stay];
        return {
          key: rule.metric,
          cells: [...cells, ...(next ? [words.enterNext] : []), words.distance],
        };
      })}
    />
  );
}
