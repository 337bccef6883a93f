import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";
import styles from "./problems-card.module.css";

/** Customers with so many tags that ours may soon find no room. */
export function NearLimitCard({ customers }: { customers: PublishingPage["nearTagLimit"] }) {
  const text = useText();
  const names = useCustomerNames(customers.map(({ customerId }) => customerId));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("publishing.near-limit.title")}
        </Text>
        <Text as="p">
          {text("publishing.near-limit.sentence", { customers: customers.length })}
        </Text>
        <ul className={styles.problems}>
          {customers.map(({ customerId, tags }) => (
            <li key={customerId} className={styles.problem}>
              <Link url={`/app/customers/${customerId}`} removeUnderline>
                <CustomerCell customerId={customerId} name={names[customerId]} />
              </Link>
              <span>{text("publishing.near-limit.tags", { tags })}</span>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}
