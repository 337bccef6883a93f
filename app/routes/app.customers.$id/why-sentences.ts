import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { CustomerPage } from "../../use-cases/customer-page.ts";

const WHOLE_BP = 10000;

type Standing = Pick<CustomerPage, "tier" | "tiers" | "value" | "valueBeats" | "rankedCustomers">;

/**
 * Why this tier, in sentences: the value and whom it beats, where the tier starts, and where the next one does.
 * Few ranked customers are counted rather than given in percent.
 */
export function whySentences(
  { tier, tiers, value, valueBeats, rankedCustomers }: Standing,
  text: Text,
  formats: Pick<Formats, "percent" | "decimal">,
): string[] {
  if (!tier || value === null || valueBeats === null) return [text("customer.why.not-ranked")];
  const next = tiers.find((candidate) => candidate.rank === tier.rank - 1);
  const topShare = (cutBp: number) => formats.percent((WHOLE_BP - cutBp) / WHOLE_BP);

  return [
    reason(),
    tier.cutBp > 0
      ? text("customer.why.enters-at", { tier: tier.name, share: topShare(tier.cutBp) })
      : text("customer.why.lowest", { tier: tier.name }),
    ...(next ? [text("customer.why.next", { tier: next.name, share: topShare(next.cutBp) })] : []),
  ];

  function reason(): string {
    const said = { tier: tier?.name ?? "", value: formats.decimal(value ?? 0), ranked: rankedCustomers };
    if (rankedCustomers >= FEWEST_FOR_SHARES)
      return text("customer.why.sentence", { ...said, share: formats.percent(valueBeats ?? 0) });
    return text("customer.why.sentence-counts", {
      ...said,
      beaten: Math.round((valueBeats ?? 0) * rankedCustomers),
    });
  }
}
