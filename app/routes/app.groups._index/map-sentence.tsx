import { LeadSentence } from "../../components/lead-sentence.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { GroupTotals } from "./selection.ts";

/** The answer in one sentence: which group is the largest. Null = nobody is ranked. */
export function MapSentence({
  largest,
  windowDays,
}: {
  largest: GroupTotals | null;
  windowDays: number;
}) {
  const text = useText();
  const formats = useFormats();
  return (
    <LeadSentence>
      {largest === null
        ? text("groups.sentence.empty")
        : text("groups.sentence", {
            group: largest.name,
            customers: largest.customers,
            sales: formats.moneyInShort(largest.windowNetMinorUnits),
            days: windowDays,
          })}
    </LeadSentence>
  );
}
