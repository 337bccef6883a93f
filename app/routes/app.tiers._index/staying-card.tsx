import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { TiersPage } from "../../use-cases/pages/tiers-page.ts";

/** When customers go up, and what holds them before they go down; nothing where nothing does. */
export function StayingCard({
  staying,
  tiers,
}: {
  staying: TiersPage["staying"];
  tiers: TiersPage["program"]["tiers"];
}) {
  const text = useText();
  const { policy, evaluation } = staying;
  const welcomed = tiers.find(({ key }) => key === policy?.welcome?.tier)?.name;
  const sentences = [
    evaluation === "weekly" ? text("tiers.staying.weekly") : null,
    evaluation === "monthly" ? text("tiers.staying.monthly") : null,
    policy?.upgrade === "at-evaluation" ? text("tiers.staying.upgrade") : null,
    policy !== null && policy.graceDays > 0
      ? text("tiers.staying.grace", { days: policy.graceDays })
      : null,
    policy !== null && policy.minimumStayDays > 0
      ? text("tiers.staying.minimum", { days: policy.minimumStayDays })
      : null,
    policy?.oneStepDown === true ? text("tiers.staying.one-step") : null,
    policy?.welcome !== undefined && welcomed !== undefined
      ? text("tiers.staying.welcome", { tier: welcomed, days: policy.welcome.days })
      : null,
    policy !== null && policy.freezes.length > 0
      ? text("tiers.staying.freezes", { holidays: policy.freezes.length })
      : null,
  ].filter((sentence) => sentence !== null);
  if (sentences.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {text("tiers.edit.staying.title")}
        </Text>
        <List>
          {sentences.map((sentence) => (
            <List.Item key={sentence}>{sentence}</List.Item>
          ))}
        </List>
      </BlockStack>
    </Card>
  );
}
