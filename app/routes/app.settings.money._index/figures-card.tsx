import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, SkeletonBodyText, Text } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { ReconciliationLines } from "../../components/reconciliation/reconciliation-lines.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { MoneyFigures } from "../../use-cases/pages/money-figures.ts";
import type { MoneyPage } from "../../use-cases/pages/money-page.ts";

/** Someone who ticks three boxes in a row asks once. */
const PAUSE_MS = 400;

interface FiguresCardProps {
  page: MoneyPage;
  rules: MoneyPage["rules"];
  savedRules: MoneyPage["rules"];
}

/** What all orders come to by the rules in the form, and why that is not the admin's figure. */
export function FiguresCard({ page, rules, savedRules }: FiguresCardProps) {
  const text = useText();
  const { load, data, state } = useFetcher<MoneyFigures>();
  const asked = JSON.stringify(rules);
  const wasAsked = useRef(false);

  useEffect(() => {
    const search = new URLSearchParams({ rules: asked });
    const ask = () => load(`/app/settings/money/figures?${search.toString()}`);
    const timer = setTimeout(ask, wasAsked.current ? PAUSE_MS : 0);
    wasAsked.current = true;
    return () => clearTimeout(timer);
  }, [asked, load]);

  return (
    <Card>
      <BlockStack gap="300">
        <div aria-live="polite" aria-busy={state !== "idle"}>
          {data === undefined ? (
            <SkeletonBodyText lines={3} />
          ) : (
            <Preview figures={data} isChanged={asked !== JSON.stringify(savedRules)} />
          )}
        </div>
        {data ? <ReconciliationLines against={data.against} /> : null}
        <QuietLine>{readSentence()}</QuietLine>
      </BlockStack>
    </Card>
  );

  function readSentence(): string {
    const { orders, ordersInOtherCurrencies: other } = page;
    if (other === 0) return text("settings.money.read", { orders });
    const currency = page.shop.currencyCode;
    return text("settings.money.read-currencies", { orders, other, currency });
  }
}

function Preview({ figures, isChanged }: { figures: MoneyFigures; isChanged: boolean }) {
  const text = useText();
  const formats = useFormats();
  const { asked, live } = figures;
  const sales = formats.money(asked.countedMinor);
  const { countedOrders: counted } = asked;
  if (!isChanged)
    return <Text as="p">{text("settings.money.preview.live", { counted, sales })}</Text>;
  if (asked.countedMinor === live.countedMinor && counted === live.countedOrders)
    return <Text as="p">{text("settings.money.preview.same", { sales })}</Text>;
  const liveSales = formats.money(live.countedMinor);
  return (
    <Text as="p" fontWeight="medium">
      {counted === live.countedOrders
        ? text("settings.money.preview.other-amount", { counted, sales, liveSales })
        : text("settings.money.preview.changed", {
            counted,
            sales,
            liveCounted: live.countedOrders,
            liveSales,
          })}
    </Text>
  );
}
