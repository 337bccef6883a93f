import { BlockStack, Card, Checkbox, InlineGrid, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import { DayField } from "./day-field.tsx";
import type { FormPart } from "./form-part.ts";

export function DatesCard({ page, fields, errors, onChange }: FormPart) {
  const text = useText();
  const { startsOn, endsOn } = fields;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {text("discounts.dates.title")}
          </Text>
          <QuietLine>{text("discounts.dates.zone", { zone: page.shop.timeZone })}</QuietLine>
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          <DayField
            label={text("discounts.dates.starts")}
            day={startsOn}
            onChange={(day) => onChange({ startsOn: day })}
            error={errors["terms.startsOn"]}
          />
          {endsOn === null ? null : (
            <DayField
              label={text("discounts.dates.ends")}
              day={endsOn}
              onChange={(day) => onChange({ endsOn: day })}
              error={errors["terms.endsOn"]}
            />
          )}
        </InlineGrid>
        <Checkbox
          label={text("discounts.dates.has-end")}
          checked={endsOn !== null}
          onChange={(has) =>
            onChange({ endsOn: has ? (startsOn > page.today ? startsOn : page.today) : null })
          }
        />
      </BlockStack>
    </Card>
  );
}
