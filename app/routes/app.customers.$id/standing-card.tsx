import { BlockStack, Card, Text } from "@shopify/polaris";
import { Fact, FactList } from "../../components/fact-list.tsx";
import { stageInWords } from "../../components/stage-words.ts";
import { TierName } from "../../components/tier-name.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Why } from "../../use-cases/pages/why.ts";

/** Tier, group, stage and money of this customer. */
export function StandingCard({ why }: { why: Why }) {
  const text = useText();
  const formats = useFormats();
  const { tier, group, stage } = why;

  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("customer.standing.title")}
        </Text>
        <FactList>
          <Fact term={text("customer.standing.tier")}>
            {tier ? (
              <TierName name={tier.name} rank={tier.rank} tierCount={why.tiers.length} />
            ) : (
              text(why.automaticTier === null ? "customer.not-ranked" : "customer.no-tier")
            )}
          </Fact>
          <Fact term={text("customer.standing.group")}>
            {group?.name ?? text("customer.standing.none")}
          </Fact>
          <Fact term={text("customer.standing.stage")}>
            {stage === null ? text("customer.standing.none") : stageInWords(stage, text)}
          </Fact>
          <Fact term={text("customer.standing.window-spend", { days: why.windowDays })}>
            {formats.money(why.windowNetMinorUnits)}
          </Fact>
          <Fact term={text("customer.standing.all-spend")}>{formats.money(why.netMinorUnits)}</Fact>
        </FactList>
      </BlockStack>
    </Card>
  );
}
