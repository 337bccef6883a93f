import { LeadSentence } from "../../components/lead-sentence.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomGroupPage } from "../../use-cases/pages/custom-group-page.ts";

/** How many there are, what they bring, and what changes them. */
export function GroupSentence({ page }: { page: CustomGroupPage }) {
  const text = useText();
  const formats = useFormats();
  const { customers, windowDays: days } = page;
  const sales = formats.moneyInShort(page.windowNetMinorUnits);
  const size = text("groups.own.size", { customers, sales, days });
  return (
    <LeadSentence>
      {size} {source()}
    </LeadSentence>
  );

  function source(): string {
    if (page.groupKind === "dynamic")
      return page.renewedAt === null
        ? text("groups.own.not-yet")
        : text("groups.own.dynamic", { when: formats.relative(page.renewedAt) });
    if (page.origin?.kind === "snapshot")
      return text("groups.own.snapshot", {
        group: page.origin.of,
        date: formats.date(page.origin.at),
      });
    return text("groups.own.fixed", { date: formats.date(page.createdAt) });
  }
}
