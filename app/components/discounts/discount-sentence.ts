import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { Items, Terms, Threshold } from "../../use-cases/publishing/discounts/terms.ts";

/** "10% off the whole order, for Core customers only, from May 1, 2026 to May 31, 2026." */
export function discountSentence(
  terms: Terms,
  labelName: string,
  text: Text,
  formats: Formats,
): string {
  const { offer } = terms;
  const who = { who: labelName, ...datesOf(terms, formats), ...codeOf(terms) };
  switch (offer.kind) {
    case "percentage":
      return text("discounts.sentence.percentage", {
        percent: offer.percent,
        ...itemsOf(offer.items),
        ...leastOf(terms.minimum, formats),
        ...who,
      });
    case "amount":
      return text("discounts.sentence.amount", {
        amount: formats.money(offer.minorUnits),
        ...itemsOf(offer.items),
        ...leastOf(terms.minimum, formats),
        ...who,
      });
    case "free-shipping":
      return text("discounts.sentence.free-shipping", {
        ...leastOf(terms.minimum, formats),
        ...who,
      });
    case "buy-x-get-y":
      return text("discounts.sentence.buy-x-get-y", {
        ...leastOf(offer.buys, formats),
        gets: offer.gets,
        free: offer.percent === 100 ? "yes" : "no",
        percent: offer.percent,
        ...who,
      });
  }
}

function itemsOf(items: Items): { items: string; picked: number } {
  return { items: items.kind, picked: items.kind === "all" ? 0 : items.picked.length };
}

function leastOf(
  threshold: Threshold | null,
  formats: Formats,
): { minimum: string; least: string; pieces: number } {
  if (threshold === null) return { minimum: "none", least: "", pieces: 0 };
  return threshold.kind === "amount"
    ? { minimum: "amount", least: formats.money(threshold.minorUnits), pieces: 0 }
    : { minimum: "quantity", least: "", pieces: threshold.quantity };
}

function datesOf({ startsOn, endsOn }: Terms, formats: Formats) {
  return {
    until: endsOn === null ? "open" : "day",
    from: formats.calendarDate(startsOn),
    to: endsOn === null ? "" : formats.calendarDate(endsOn),
  };
}

function codeOf({ method }: Terms): { method: string; code: string } {
  return { method: method.kind, code: method.kind === "code" ? method.code : "" };
}
