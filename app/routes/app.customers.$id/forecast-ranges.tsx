import { BlockStack, Text } from "@shopify/polaris";
import { highestOf, RangeRow } from "../../components/charts/range-row.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Forecast } from "./forecast-sentences.ts";

/** Orders and spend of the coming year: a sentence each, and the range it tells. */
export function ForecastRanges({ forecast }: { forecast: Forecast }) {
  const text = useText();
  const formats = useFormats();
  const { orders, spendMinor, expectedOrders, expectedSpendMinor } = forecast;
  const money = (minor: number) => formats.moneyInShort(Math.round(minor));
  const tenths = (count: number) => formats.plainNumber(Math.round(count * 10) / 10);

  return (
    <>
      {spendMinor === null || expectedSpendMinor === null ? null : (
        <BlockStack gap="100">
          <Text as="p">{spendSentence(spendMinor.likely, expectedSpendMinor)}</Text>
          <RangeRow
            {...spendMinor}
            guess={expectedSpendMinor}
            ends={{
              from: money(0),
              to: money(highestOf({ ...spendMinor, guess: expectedSpendMinor })),
            }}
          />
        </BlockStack>
      )}
      {orders === null || expectedOrders === null ? null : (
        <BlockStack gap="100">
          <Text as="p">{ordersSentence(orders.likely, expectedOrders)}</Text>
          <RangeRow
            {...orders}
            guess={expectedOrders}
            ends={{
              from: formats.integer(0),
              to: tenths(highestOf({ ...orders, guess: expectedOrders })),
            }}
          />
        </BlockStack>
      )}
    </>
  );

  function spendSentence({ low, high }: { low: number; high: number }, guess: number): string {
    const said = { high: money(high), guess: money(guess) };
    return Math.round(low) === 0
      ? text("outlook.spend.up-to", said)
      : text("outlook.spend", { low: money(low), ...said });
  }

  function ordersSentence({ low, high }: { low: number; high: number }, guess: number): string {
    const said = { high, guess: tenths(guess) };
    return low === 0
      ? text("outlook.orders.up-to", said)
      : text("outlook.orders", { low, ...said });
  }
}
