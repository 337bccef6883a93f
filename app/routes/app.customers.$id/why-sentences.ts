import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { CustomerPage } from "../../use-cases/pages/customer-page.ts";
import type { TierDefinition } from "../../use-cases/pages/page-words.ts";

const WHOLE_BP = 10000;

type Standing = Pick<
  CustomerPage,
  "tier" | "tiers" | "tierStarts" | "value" | "valueBeats" | "rankedCustomers"
>;

/**
 * Why this tier, in sentences: the value and whom it beats, where the tier starts, and where the next one does.
 * Few ranked customers are counted rather than given in percent.
 */
export function whySentences(
  { tier, tiers, tierStarts, value, valueBeats, rankedCustomers }: Standing,
  text: Text,
  formats: Pick<Formats, "percent" | "percentDown" | "decimal">,
): string[] {
  if (!tier || value === null || valueBeats === null) return [text("customer.why.not-ranked")];
  const said = { tier: tier.name, value: formats.decimal(value), ranked: rankedCustomers };
  const reason =
    rankedCustomers >= FEWEST_FOR_SHARES
      ? text("customer.why.sentence", { ...said, share: formats.percentDown(valueBeats) })
      : text("customer.why.sentence-counts", {
          ...said,
          beaten: Math.round(valueBeats * rankedCustomers),
        });
  const next = tiers.find((candidate) => candidate.rank === tier.rank - 1);
  return [reason, startOf(tier), ...(next ? [startOf(next)] : [])];

  function startOf({ key, name, cutBp }: TierDefinition): string {
    if (cutBp === null) return text("customer.why.own", { tier: name });
    const aboveValue = tierStarts.find((start) => start.key === key)?.aboveValue ?? null;
    if (aboveValue === null) return text("customer.why.lowest", { tier: name });
    const share = formats.percent((WHOLE_BP - cutBp) / WHOLE_BP);
    return text("customer.why.starts", { tier: name, value: formats.decimal(aboveValue), share });
  }
}
