import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { useCustomerNames } from "../../components/customer-names.ts";
import { NextChangeText } from "../../components/next-change-text.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { HomeSummary } from "./home-summary.ts";
import styles from "./recent-moves-card.module.css";

/** Who changes next if they buy nothing. */
export function DueCard({ due: { rows, totals } }: Pick<HomeSummary, "due">) {
  const text = useText();
  const formats = useFormats();
  const names = useCustomerNames(rows.map(({ customerId }) => customerId));
  return (
    <section aria-label={text("home.due.title")}>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            {text("home.due.title")}
          </Text>
          {rows.length === 0 ? (
            <QuietLine>{text("home.due.none")}</QuietLine>
          ) : (
            <>
              <ul className={styles.moves}>
                {rows.map(({ customerId, change, windowNetMinorUnits }) => (
                  <li key={customerId} className={styles.move}>
                    <Link url={`/app/customers/${customerId}`} removeUnderline>
                      <CustomerCell customerId={customerId} name={names[customerId]} />
                    </Link>
                    <NextChangeText change={change} />
                    <Text as="span" tone="subdued">
                      {formats.money(windowNetMinorUnits)}
                    </Text>
                    <Text as="span" tone="subdued">
                      {formats.calendarDate(change.on)}
                    </Text>
                  </li>
                ))}
              </ul>
              <Text as="p">
                <Link url="/app/movement/soon">
                  {text("home.due.all", { customers: totals.customers })}
                </Link>
              </Text>
            </>
          )}
        </BlockStack>
      </Card>
    </section>
  );
}
