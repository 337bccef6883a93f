import { BlockStack, Card, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { CustomerOutlook } from "../../use-cases/pages/customer-outlook.ts";
import styles from "./next-products-card.module.css";

/** What others bought next who had bought the same, and this customer has not. */
export function NextProductsCard({ next }: { next: CustomerOutlook["next"] }) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("next-products.title")}
        </Text>
        {next.length === 0 ? (
          <QuietLine>{text("next-products.none")}</QuietLine>
        ) : (
          <>
            <QuietLine>{text("next-products.sentence")}</QuietLine>
            <ol className={styles.products}>
              {next.map(({ productId, title }) => (
                <li key={productId}>{title}</li>
              ))}
            </ol>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
