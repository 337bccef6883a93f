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

  return (
    <>
      {spendMinor === null || expectedSpendMinor === null ? null : (
        <BlockStack gap="100">
          <Text as="p">
            {text("outlook.spend", {
              low: money(spendMinor.likely.low),
              high: money(spendMinor.likely.high),
              guess: money(expectedSpendMinor),
            })}
          </Text>
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
          <Text as="p">
            {text("outlook.orders", {
              low: formats.integer(orders.likely.low),
              high: formats.integer(orders.likely.high),
              guess: formats.plainNumber(Math.round(expectedOrders * 10) / 10),
            })}
          </Text>
          <RangeRow
            {...orders}
            guess={expectedOrders}
            ends={{
              from: formats.integer(0),
              to: formats.plainNumber(
                Math.round(highestOf({ ...orders, guess: expectedOrders }) * 10) / 10,
              ),
            }}
          />
        </BlockStack>
      )}
    </>
  );
}
