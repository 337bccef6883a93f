import { oddsOf } from "../../components/odds.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { CustomerOutlook } from "../../use-cases/pages/customer-outlook.ts";

export type Forecast = Extract<CustomerOutlook["forecast"], { kind: "forecast" }>;

/**
 * The chances of customers like this, and when the next order is to be expected. Of a single order no more is said than
 * what became of others with one.
 */
export function forecastSentences(
  { purchases, pBuy90d, pBuy180d, nextOrderOn }: Forecast,
  text: Text,
  formats: Pick<Formats, "calendarDate">,
): string[] {
  return [
    ...(purchases === 1 ? [text("outlook.one-order")] : []),
    text("outlook.chance", { ...oddsOf(pBuy90d), days: 90 }),
    text("outlook.chance.longer", { ...oddsOf(pBuy180d), days: 180 }),
    ...(purchases === 1 ? [] : [next()]),
  ];

  function next(): string {
    return nextOrderOn === null
      ? text("outlook.next.unlikely")
      : text("outlook.next", { date: formats.calendarDate(nextOrderOn) });
  }
}
