import { BlockStack, Card, Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { CustomerInterest } from "../../use-cases/pages/customer-interest.ts";

/** What the web pixel and left checkouts show of this customer, with what it is concluded from; nothing while it shows nothing. */
export function InterestCard({ interest }: { interest: CustomerInterest[] }) {
  const text = useText();
  const formats = useFormats();
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
    if (trait.trait === "abandons-carts") {
      const { abandonedDays, cartDays, leftMinorUnits, withinDays } = trait;
      const days = { abandoned: abandonedDays, carts: cartDays, within: withinDays };
      return leftMinorUnits === null
        ? text("interest.abandons-carts", days)
        : text("interest.abandons-carts.worth", { ...days, money: formats.money(leftMinorUnits) });
    }
    const { about, times, days, withinDays: within } = trait;
    if (about.kind === "search")
      return text("interest.interested.search", { words: about.words, times, days, within });
    const product = trait.productName ?? text("interest.product", { id: about.product });
    return text("interest.interested", { product, times, days, within });
  }
}
