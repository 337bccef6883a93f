import type { Card } from "./read-card.ts";

/** Fewer customers than this are counted rather than given in percent. */
const FEWEST_FOR_SHARES = 50;

/** Why this tier, in up to three lines, and what time alone will change. */
export function WhyLines({ card }: { card: Card }) {
  const { translate: say, formatNumber } = shopify.i18n;
  const points = (value: number): string => formatNumber(value, { maximumFractionDigits: 2 });
  return (
    <>
      <s-text>{beatenLine(card)}</s-text>
      {card.ownStart !== null && (
        <s-text>{say("begins", { tier: card.tierName, value: points(card.ownStart) })}</s-text>
      )}
      {card.isLowest && <s-text>{say("lowest", { tier: card.tierName })}</s-text>}
      {card.next?.start != null && (
        <s-text>{say("begins", { tier: card.next.name, value: points(card.next.start) })}</s-text>
      )}
      {card.change !== null && <s-text>{changeLine(card.change)}</s-text>}
    </>
  );
}

function beatenLine({ valueBeats, rankedCustomers }: Card): string {
  const { translate: say, formatNumber } = shopify.i18n;
  if (rankedCustomers < FEWEST_FOR_SHARES)
    return say("beatsCount", {
      beaten: formatNumber(Math.round(valueBeats * rankedCustomers)),
      ranked: formatNumber(rankedCustomers),
    });
  // Rounded down, so that nobody beats all but is said to beat everybody.
  const percent = Math.floor(valueBeats * 100);
  return say("beatsShare", { percent: formatNumber(percent) });
}

function changeLine({ on, tier, group }: NonNullable<Card["change"]>): string {
  const { translate: say, formatDate } = shopify.i18n;
  const date = formatDate(new Date(`${on}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  const to = [tier, group].filter((name) => name !== null).join(" · ");
  return to === "" ? say("changes", { date }) : say("changesTo", { date, to });
}
