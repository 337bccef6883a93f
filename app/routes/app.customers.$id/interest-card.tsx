import { BlockStack, Card, Text } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { CustomerInterest } from "../../use-cases/pages/customer-interest.ts";

/** What the web pixel shows of this customer, with what it is concluded from; nothing while it shows nothing. */
export function InterestCard({ interest }: { interest: CustomerInterest[] }) {
  const text = useText();
  if (interest.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {text("interest.card.title")}
        </Text>
        {interest.map((trait) => (
          <Text as="p" key={trait.trait}>
            {sentence(trait)}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );

  function sentence(trait: CustomerInterest): string {
    if (trait.trait === "interested")
      return text("interest.interested", {
        product: trait.productName ?? text("interest.product", { id: trait.product }),
        times: trait.times,
        days: trait.days,
        within: trait.withinDays,
      });
    return text("interest.abandons-carts", {
      abandoned: trait.abandonedDays,
      carts: trait.cartDays,
      within: trait.withinDays,
    });
  }
}
