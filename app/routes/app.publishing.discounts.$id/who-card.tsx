import { BlockStack, Card, ChoiceList, Select, Text, TextField } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { FormPart } from "./form-part.ts";

const familyWords = {
  tier: "discounts.who.tier",
  group: "discounts.who.group",
  list: "discounts.who.own-group",
} as const;

/** For whom, with a code or without, and what it is called. */
export function WhoCard({ page, fields, errors, onChange }: FormPart) {
  const text = useText();
  const options = page.labels.map(({ family, key, name }) => ({
    value: `${family}:${key}`,
    label: text(familyWords[family], { name }),
  }));
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {text("discounts.who.title")}
        </Text>
        <Select
          label={text("discounts.who.label")}
          helpText={text("discounts.who.help")}
          options={options}
          value={fields.label}
          onChange={(label) => onChange({ label })}
          error={errors["labelKey"] ?? false}
        />
        <ChoiceList
          title={text("discounts.method.label")}
          choices={[
            {
              value: "automatic",
              label: text("discounts.method.automatic"),
              helpText: text("discounts.method.automatic.help"),
            },
            {
              value: "code",
              label: text("discounts.method.code"),
              helpText: text("discounts.method.code.help"),
            },
          ]}
          selected={[fields.method]}
          onChange={([method]) => onChange({ method: method === "code" ? "code" : "automatic" })}
          {...(errors["terms.method"] !== undefined && { error: errors["terms.method"] })}
        />
        {fields.method === "code" ? (
          <TextField
            label={text("discounts.code.label")}
            value={fields.code}
            onChange={(code) => onChange({ code })}
            autoComplete="off"
            maxLength={255}
            error={errors["terms.method.code"] ?? false}
          />
        ) : page.automatic === null ? null : (
          <QuietLine>{text("discounts.limit.count", page.automatic)}</QuietLine>
        )}
        <TextField
          label={text("discounts.title.label")}
          helpText={text("discounts.title.help")}
          value={fields.title}
          onChange={(title) => onChange({ title })}
          autoComplete="off"
          maxLength={255}
          error={errors["terms.title"] ?? false}
        />
      </BlockStack>
    </Card>
  );
}
