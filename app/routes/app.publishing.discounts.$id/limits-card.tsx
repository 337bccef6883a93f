import { BlockStack, Card, Checkbox, ChoiceList, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { FormPart } from "./form-part.ts";
import { NumberField } from "./number-field.tsx";

/** How often it may be used, and with what other discounts. */
export function LimitsCard({ fields, errors, onChange }: FormPart) {
  const text = useText();
  const { combinesWith } = fields;
  const combinations = [
    { value: "orderDiscounts", label: text("discounts.combines.order") },
    { value: "productDiscounts", label: text("discounts.combines.product") },
    ...(fields.offer === "free-shipping"
      ? []
      : [{ value: "shippingDiscounts", label: text("discounts.combines.shipping") }]),
  ];
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {text("discounts.limits.title")}
        </Text>
        {fields.method === "code" ? (
          <>
            <NumberField
              label={text("discounts.limits.total")}
              helpText={text("discounts.limits.total.help")}
              min={1}
              step={1}
              value={fields.usageLimit}
              onChange={(usageLimit) => onChange({ usageLimit })}
              error={errors["terms.usageLimit"]}
            />
            <Checkbox
              label={text("discounts.limits.once")}
              checked={fields.oncePerCustomer}
              onChange={(oncePerCustomer) => onChange({ oncePerCustomer })}
            />
          </>
        ) : (
          <QuietLine>{text("discounts.limits.automatic")}</QuietLine>
        )}
        <ChoiceList
          allowMultiple
          title={text("discounts.combines.label")}
          choices={combinations}
          selected={Object.entries(combinesWith).flatMap(([name, may]) => (may ? [name] : []))}
          onChange={(selected) =>
            onChange({
              combinesWith: {
                orderDiscounts: selected.includes("orderDiscounts"),
                productDiscounts: selected.includes("productDiscounts"),
                shippingDiscounts: selected.includes("shippingDiscounts"),
              },
            })
          }
        />
      </BlockStack>
    </Card>
  );
}
