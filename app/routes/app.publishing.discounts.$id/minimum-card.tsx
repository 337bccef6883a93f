import { BlockStack, Card, ChoiceList, Text } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { DiscountFields } from "./discount-form.ts";
import type { FormPart } from "./form-part.ts";
import { ItemsField } from "./items-field.tsx";
import { NumberField } from "./number-field.tsx";

/** What the cart must reach; of "buy some, get some" what is bought. */
export function MinimumCard({ page, fields, errors, onChange }: FormPart) {
  const text = useText();
  const isBxgy = fields.offer === "buy-x-get-y";
  const minimum = isBxgy && fields.minimum === "none" ? "quantity" : fields.minimum;
  const title = text(isBxgy ? "discounts.minimum.buys" : "discounts.minimum.title");
  const choices = [
    ...(isBxgy ? [] : [{ value: "none", label: text("discounts.minimum.none") }]),
    { value: "amount", label: text("discounts.minimum.amount") },
    { value: "quantity", label: text("discounts.minimum.quantity") },
  ];
  const errorOf = (field: string) =>
    errors[`terms.minimum.${field}`] ?? errors[`terms.offer.buys.${field}`];
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <ChoiceList
          title={title}
          titleHidden
          choices={choices}
          selected={[minimum]}
          onChange={([value]) => onChange({ minimum: minimumNamed(value) })}
        />
        {minimum === "amount" ? (
          <NumberField
            label={text("discounts.minimum.amount.label")}
            suffix={page.shop.currencyCode}
            value={fields.minimumAmount}
            onChange={(minimumAmount) => onChange({ minimumAmount })}
            error={errorOf("minorUnits")}
          />
        ) : null}
        {minimum === "quantity" ? (
          <NumberField
            label={text("discounts.minimum.quantity.label")}
            min={1}
            step={1}
            value={fields.minimumQuantity}
            onChange={(minimumQuantity) => onChange({ minimumQuantity })}
            error={errorOf("quantity")}
          />
        ) : null}
        {isBxgy ? (
          <ItemsField
            label={text("discounts.items.buys")}
            items={fields.buysItems}
            mayBeAll
            error={errors["terms.offer.buysItems.picked"]}
            onChange={(buysItems) => onChange({ buysItems })}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function minimumNamed(value: string | undefined): DiscountFields["minimum"] {
  return value === "amount" || value === "quantity" ? value : "none";
}
