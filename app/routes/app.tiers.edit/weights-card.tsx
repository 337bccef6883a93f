import { BlockStack, Card, FormLayout, InlineError, Text, TextField } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { FieldErrors } from "./field-problems.ts";
import { weightSumPercent, type TierForm } from "./tier-form.ts";

interface WeightsCardProps {
  form: TierForm;
  onChange: (form: TierForm) => void;
  errors: FieldErrors;
}

/** How much recency, frequency and spend decide. */
export function WeightsCard({ form, onChange, errors }: WeightsCardProps) {
  const text = useText();
  const formats = useFormats();
  const sum = weightSumPercent(form);
  const fields = [
    { weight: "recency", label: text("tiers.edit.recency"), help: text("tiers.edit.recency.help") },
    {
      weight: "frequency",
      label: text("tiers.edit.frequency"),
      help: text("tiers.edit.frequency.help"),
    },
    {
      weight: "monetary",
      label: text("tiers.edit.monetary"),
      help: text("tiers.edit.monetary.help"),
    },
  ] as const;

  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {text("tiers.edit.weights.title")}
          </Text>
          <QuietLine>{text("tiers.edit.weights.sentence")}</QuietLine>
        </BlockStack>
        <FormLayout>
          <FormLayout.Group condensed>
            {fields.map(({ weight, label, help }) => (
              <TextField
                key={weight}
                type="number"
                label={label}
                suffix={text("tiers.edit.percent")}
                value={form.weights[weight]}
                onChange={(typed) =>
                  onChange({ ...form, weights: { ...form.weights, [weight]: typed } })
                }
                min={0}
                max={100}
                step={0.01}
                autoComplete="off"
                helpText={help}
                // A wrong sum is wrong in all three, and said once below them.
                error={errors[weight] ?? errors.weights !== undefined}
              />
            ))}
          </FormLayout.Group>
        </FormLayout>
        <div aria-live="polite">
          {errors.weights ? <InlineError fieldID="weights" message={errors.weights} /> : null}
          {sum === null ? null : (
            <QuietLine>
              {text("tiers.edit.weights.sum", { sum: formats.plainNumber(sum) })}
            </QuietLine>
          )}
        </div>
      </BlockStack>
    </Card>
  );
}
