import { BlockStack, Text } from "@shopify/polaris";
import { Fact, FactList } from "../fact-list.tsx";
import { QuietLine } from "../page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { ComparedMoney } from "../../use-cases/pages/money-figures.ts";
import { reasonInWords } from "./reason-words.ts";

/** Our figure beside the admin's, and what makes the difference, the largest part first. */
export function ReconciliationLines({ against }: { against: ComparedMoney }) {
  const text = useText();
  const formats = useFormats();
  if (against.kind === "shopify-silent")
    return <QuietLine>{text("reconciliation.silent")}</QuietLine>;
  const { reconciliation } = against;
  const { oursMinor, adminMinor, differenceMinor, reasons } = reconciliation;
  return (
    <BlockStack gap="300">
      <Text as="p" numeric>
        {text("reconciliation.line", {
          ours: formats.money(oursMinor),
          admin: formats.money(adminMinor),
          difference: formats.money(differenceMinor),
        })}
      </Text>
      <QuietLine>{ordersSentence()}</QuietLine>
      {reasons.length === 0 ? null : (
        <FactList>
          {reasons.map((difference) => (
            <Fact key={difference.reason} term={reasonInWords(difference, reconciliation, text)}>
              {formats.money(difference.minor)}
            </Fact>
          ))}
        </FactList>
      )}
    </BlockStack>
  );

  function ordersSentence(): string {
    const { countedOrders: counted, adminOrders: orders } = reconciliation;
    const { cancelledOrders: cancelled, emptyOrders: empty } = reconciliation;
    if (cancelled + empty === 0) return text("reconciliation.orders", { counted, orders });
    return text("reconciliation.orders-apart", { counted, orders, cancelled, empty });
  }
}
