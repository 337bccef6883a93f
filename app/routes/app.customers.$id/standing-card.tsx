import { BlockStack, Card, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { stageInWords } from "../../components/stage-words.ts";
import { TierName } from "../../components/tier-name.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerPage } from "../../use-cases/pages/customer-page.ts";

/** Tier, group, stage and money of this customer. */
export function StandingCard({ page }: { page: CustomerPage }) {
  const text = useText();
  const formats = useFormats();
  const { tier, group, stage } = page;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("customer.standing.title")}
        </Text>
        <FactList>
          <Fact term={text("customer.standing.tier")}>
            {tier ? (
              <TierName name={tier.name} rank={tier.rank} tierCount={page.tiers.length} />
            ) : (
              text("customer.not-ranked")
            )}
          </Fact>
          <Fact term={text("customer.standing.group")}>
            {group?.name ?? text("customer.standing.none")}
          </Fact>
          <Fact term={text("customer.standing.stage")}>
            {stage === null ? text("customer.standing.none") : stageInWords(stage, text)}
          </Fact>
          <Fact term={text("customer.standing.window-spend", { days: page.windowDays })}>
            {formats.money(page.windowNetMinorUnits)}
          </Fact>
          <Fact term={text("customer.standing.all-spend")}>
            {formats.money(page.netMinorUnits)}
          </Fact>
        </FactList>
      </BlockStack>
    </Card>
  );
}
