import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { TierDefinition } from "../../use-cases/pages/page-words.ts";
import type { Why } from "../../use-cases/pages/why.ts";
import { isHeldByPolicy } from "./held-sentences.ts";

const WHOLE_BP = 10000;

type Standing = Pick<
  Why,
  "automaticTier" | "tiers" | "tierStarts" | "value" | "valueBeats" | "rankedCustomers" | "heldBy"
>;

/**
 * Why the automatic tier, in sentences: the value and whom it beats, where the tier starts and down to where it is kept,
 * and where the next one starts. Few ranked customers are counted rather than given in percent.
 */
export function whySentences(
  { automaticTier: tier, tiers, tierStarts, value, valueBeats, rankedCustomers, heldBy }: Standing,
  text: Text,
  formats: Pick<Formats, "percent" | "percentDown" | "decimal">,
): string[] {
  if (!tier || value === null || valueBeats === null) return [text("customer.why.not-ranked")];
  const next = tiers.find((candidate) => candidate.rank === tier.rank - 1);
  return [reason(tier, value, valueBeats), startOf(tier), ...(next ? [startOf(next)] : [])];

  function reason({ name }: TierDefinition, is: number, beats: number): string {
    const said = { tier: name, value: formats.decimal(is), ranked: rankedCustomers };
    const isHeld = isHeldByPolicy(heldBy);
    if (rankedCustomers >= FEWEST_FOR_SHARES) {
      const share = formats.percentDown(beats);
      return isHeld
        ? text("customer.why.held", { ...said, share })
        : text("customer.why.sentence", { ...said, share });
    }
    const beaten = Math.round(beats * rankedCustomers);
    return isHeld
      ? text("customer.why.held-counts", { ...said, beaten })
      : text("customer.why.sentence-counts", { ...said, beaten });
  }

  function startOf({ key, name, cutBp, keepBp }: TierDefinition): string {
    if (cutBp === null) return text("customer.why.own", { tier: name });
    const aboveValue = tierStarts.find((start) => start.key === key)?.aboveValue ?? null;
    if (aboveValue === null) return text("customer.why.lowest", { tier: name });
    const said = { tier: name, value: formats.decimal(aboveValue), share: topOf(cutBp) };
    return keepBp === null || keepBp === cutBp
      ? text("customer.why.starts", said)
      : text("customer.why.starts-kept", { ...said, kept: topOf(keepBp) });
  }

  function topOf(cutBp: number): string {
    return formats.percent((WHOLE_BP - cutBp) / WHOLE_BP);
  }
}
