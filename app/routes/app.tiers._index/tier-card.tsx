import { BlockStack, Card, InlineStack, Link, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import { TierName } from "../../components/tier-name.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { TierDefinition } from "../../use-cases/pages/page-words.ts";
import type { TiersPage } from "../../use-cases/pages/tiers-page.ts";
import styles from "./tier-card.module.css";
import { tierRule } from "./tier-rule.ts";

interface TierCardProps {
  tier: TierDefinition;
  page: TiersPage;
}

/** One tier: its rule in words, who is in it, what it brings and what it gets. */
export function TierCard({ tier, page }: TierCardProps) {
  const text = useText();
  const formats = useFormats();
  const { tiers, windowDays } = page.program;
  const rule = page.rules[tier.key];
  const benefits = page.benefits[tier.key];
  const share = page.shares?.find((candidate) => candidate.key === tier.key);
  const allSales = (page.shares ?? []).reduce(
    (sum, candidate) => sum + candidate.windowNetMinorUnits,
    0,
  );

  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              <TierName name={tier.name} rank={tier.rank} tierCount={tiers.length} />
            </Text>
            <Text as="p" tone="subdued">
              {rule ? tierRule(rule, windowDays, text, formats) : null}
            </Text>
          </BlockStack>
          {share && share.customers > 0 ? (
            <Link
              url={`/app/customers?tier=${encodeURIComponent(tier.key)}`}
              accessibilityLabel={`${text("tiers.card.show")}: ${tier.name}`}
            >
              {text("tiers.card.show")}
            </Link>
          ) : null}
        </InlineStack>
        <FactList isShort>
          {share ? (
            <>
              <Fact term={text("tiers.card.customers")}>{formats.integer(share.customers)}</Fact>
              <Fact term={text("tiers.card.sales", { days: windowDays })}>
                {formats.moneyInShort(share.windowNetMinorUnits)}
              </Fact>
              {page.rankedCustomers >= FEWEST_FOR_SHARES && allSales > 0 ? (
                <Fact term={text("tiers.card.share")}>
                  {formats.percent(Math.max(0, share.windowNetMinorUnits) / allSales)}
                </Fact>
              ) : null}
            </>
          ) : null}
          <Fact term={text("tiers.card.discount")}>{discount()}</Fact>
          <Fact term={text("tiers.card.tag")}>
            <span className={styles.tag}>{page.tags[tier.key]}</span>
          </Fact>
        </FactList>
        {benefits ? (
          <BlockStack gap="050">
            <Text as="h3" variant="headingSm">
              {text("tiers.edit.benefits")}
            </Text>
            {benefits.split("\n").map((line, index) => (
              <Text key={index} as="p">
                {line}
              </Text>
            ))}
          </BlockStack>
        ) : null}
      </BlockStack>
    </Card>
  );

  function discount(): string {
    const titles = page.discounts[tier.key] ?? [];
    return titles.length === 0 ? text("tiers.card.discount.none") : titles.join(" · ");
  }
}
