import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";
import { problemWords } from "./problem-words.ts";
import styles from "./problems-card.module.css";

/** Customers Shopify refused to change, and what it said. */
export function ProblemsCard({ problems }: { problems: PublishingPage["problems"] }) {
  const text = useText();
  const names = useCustomerNames(problems.map((problem) => problem.customerId));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("publishing.problems.title")}
        </Text>
        <Text as="p">{text("publishing.problems.sentence", { problems: problems.length })}</Text>
        <ul className={styles.problems}>
          {problems.map(({ customerId, problem }) => (
            <li key={customerId} className={styles.problem}>
              <Link url={`/app/customers/${customerId}`} removeUnderline>
                <CustomerCell customerId={customerId} name={names[customerId]} />
              </Link>
              <span>{problemWords(problem, text)}</span>
            </li>
          ))}
        </ul>
      </BlockStack>
    </Card>
  );
}
