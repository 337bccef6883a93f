import { BlockStack, Card, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { BesideShopify } from "../../use-cases/groups/beside-shopify.ts";

/** Shopify's own group beside ours, and why the two differ. */
export function ShopifyGroupCard({ beside }: { beside: BesideShopify }) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {text("customer.shopify-group")}
        </Text>
        <Text as="p">{beside.shopifyGroup}</Text>
        <QuietLine>{reason()}</QuietLine>
      </BlockStack>
    </Card>
  );

  function reason(): string {
    if (beside.reason.kind === "not-ranked") return text("customer.shopify-group.not-ranked");
    if (beside.reason.kind === "other-scores")
      return text("customer.shopify-group.other-scores", { group: beside.reason.byOurScores });
    return beside.ourGroup === beside.shopifyGroup
      ? text("customer.shopify-group.same")
      : text("customer.shopify-group.same-scores", { group: beside.ourGroup ?? "–" });
  }
}
