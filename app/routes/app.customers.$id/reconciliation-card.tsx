import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, SkeletonBodyText, Text } from "@shopify/polaris";
import { useEffect } from "react";
import { ReconciliationLines } from "../../components/reconciliation/reconciliation-lines.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { ComparedMoney } from "../../use-cases/pages/money-figures.ts";

/** What this customer spent, here and in the admin, and why that differs. Asked for once the page stands. */
export function ReconciliationCard({ customerId }: { customerId: string }) {
  const text = useText();
  const { load, data } = useFetcher<ComparedMoney>();

  useEffect(() => {
    load(`/app/customers/money?id=${customerId}`);
  }, [customerId, load]);

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("reconciliation.title")}
        </Text>
        {data ? <ReconciliationLines against={data} /> : <SkeletonBodyText lines={2} />}
      </BlockStack>
    </Card>
  );
}
