import { BlockStack, Card, Text } from "@shopify/polaris";
import { discountSentence } from "../../components/discounts/discount-sentence.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { DiscountPage } from "../../use-cases/pages/discount-page.ts";
import type { DiscountFields } from "./discount-form.ts";
import { isSayable, termsOfFields } from "./terms-of-fields.ts";

interface SentenceCardProps {
  page: DiscountPage;
  fields: DiscountFields;
  minorDigits: number;
}

/** What the fields come to, in one sentence, while they are filled in. */
export function SentenceCard({ page, fields, minorDigits }: SentenceCardProps) {
  const text = useText();
  const formats = useFormats();
  const label = page.labels.find(({ family, key }) => `${family}:${key}` === fields.label);
  const terms = termsOfFields(fields, minorDigits);
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {text("discounts.sentence.title")}
        </Text>
        <div aria-live="polite">
          <Text as="p">
            {isSayable(terms)
              ? discountSentence(terms, label?.name ?? "", text, formats)
              : text("discounts.unfinished")}
          </Text>
        </div>
        {page.isOn ? null : <QuietLine>{text("discounts.off.note")}</QuietLine>}
      </BlockStack>
    </Card>
  );
}
