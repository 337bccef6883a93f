import { BlockStack, Card, Select, Text } from "@shopify/polaris";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { DiscountFields } from "./discount-form.ts";
import type { FormPart } from "./form-part.ts";
import { ItemsField } from "./items-field.tsx";
import { NumberField } from "./number-field.tsx";

const kinds: Record<DiscountFields["offer"], PlainMessageKey> = {
  percentage: "discounts.offer.percentage",
  amount: "discounts.offer.amount",
  "free-shipping": "discounts.offer.free-shipping",
  "buy-x-get-y": "discounts.offer.buy-x-get-y",
};

/** What is given, and on what. */
export function OfferCard(part: FormPart) {
  const { page, fields, errors, onChange } = part;
  const text = useText();
  const { offer } = fields;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {text("discounts.offer.title")}
        </Text>
        <Select
          label={text("discounts.offer.kind")}
          options={Object.entries(kinds).map(([value, key]) => ({ value, label: text(key) }))}
          value={offer}
          onChange={(value) => {
            const kind = kindNamed(value);
            if (kind !== undefined) onChange({ offer: kind });
          }}
        />
        {offer === "percentage" ? (
          <NumberField
            label={text("discounts.offer.percent.label")}
            suffix={text("discounts.offer.percent.suffix")}
            min={1}
            max={100}
            step={1}
            value={fields.percent}
            onChange={(percent) => onChange({ percent })}
            error={errors["terms.offer.percent"]}
          />
        ) : null}
        {offer === "amount" ? (
          <NumberField
            label={text("discounts.offer.amount.label")}
            suffix={page.shop.currencyCode}
            value={fields.amount}
            onChange={(amount) => onChange({ amount })}
            error={errors["terms.offer.minorUnits"]}
          />
        ) : null}
        {offer === "percentage" || offer === "amount" ? (
          <ItemsField
            label={text("discounts.items.label")}
            items={fields.items}
            mayBeAll
            error={errors["terms.offer.items.picked"]}
            onChange={(items) => onChange({ items })}
          />
        ) : null}
        {offer === "free-shipping" ? (
          <NumberField
            label={text("discounts.offer.rates.label")}
            helpText={text("discounts.offer.rates.help")}
            suffix={page.shop.currencyCode}
            value={fields.ratesUpTo}
            onChange={(ratesUpTo) => onChange({ ratesUpTo })}
            error={errors["terms.offer.ratesUpToMinorUnits"]}
          />
        ) : null}
        {offer === "buy-x-get-y" ? <GetsFields {...part} /> : null}
      </BlockStack>
    </Card>
  );
}

function GetsFields({ fields, errors, onChange }: FormPart) {
  const text = useText();
  return (
    <>
      <ItemsField
        label={text("discounts.items.gets")}
        items={fields.getsItems}
        mayBeAll={false}
        error={errors["terms.offer.getsItems.picked"] ?? errors["terms.offer.getsItems.kind"]}
        onChange={(getsItems) => onChange({ getsItems })}
      />
      <NumberField
        label={text("discounts.offer.gets.label")}
        min={1}
        step={1}
        value={fields.gets}
        onChange={(gets) => onChange({ gets })}
        error={errors["terms.offer.gets"]}
      />
      <NumberField
        label={text("discounts.offer.gets.percent")}
        helpText={text("discounts.offer.gets.percent.help")}
        suffix={text("discounts.offer.percent.suffix")}
        min={1}
        max={100}
        step={1}
        value={fields.getsPercent}
        onChange={(getsPercent) => onChange({ getsPercent })}
        error={errors["terms.offer.percent"]}
      />
      <NumberField
        label={text("discounts.offer.uses.label")}
        helpText={text("discounts.offer.uses.help")}
        min={1}
        step={1}
        value={fields.usesPerOrder}
        onChange={(usesPerOrder) => onChange({ usesPerOrder })}
        error={errors["terms.offer.usesPerOrder"]}
      />
    </>
  );
}

function kindNamed(value: string): DiscountFields["offer"] | undefined {
  const names: DiscountFields["offer"][] = ["percentage", "amount", "free-shipping", "buy-x-get-y"];
  return names.find((name) => name === value);
}
