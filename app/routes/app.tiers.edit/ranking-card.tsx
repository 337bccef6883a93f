import {
  BlockStack,
  Box,
  FormLayout,
  InlineError,
  RangeSlider,
  Text,
  TextField,
} from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { weightSumPercent } from "./change-tiers.ts";
import { EditorCard } from "./editor-card.tsx";
import type { EditorProps } from "./editor-props.ts";
import { numberIn } from "./percents.ts";
import type { ScoredMetric } from "./program-form.ts";

/** How far back orders count, and how much recency, frequency and spend decide. */
export function RankingCard({ form, onChange, errors }: EditorProps) {
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
    <EditorCard
      title={text("tiers.edit.weights.title")}
      sentence={text("tiers.edit.weights.sentence")}
    >
      <FormLayout>
        <FormLayout.Group condensed>
          {fields.map(({ weight, label, help }) => (
            <BlockStack key={weight} gap="200">
              <TextField
                type="number"
                label={label}
                suffix={text("tiers.edit.percent")}
                value={form.weights[weight]}
                onChange={(typed) => setWeight(weight, typed)}
                min={0}
                max={100}
                step={0.01}
                autoComplete="off"
                helpText={help}
                // A wrong sum is wrong in all three, and said once below them.
                error={errors[`weights.${weight}`] ?? errors["weights"] !== undefined}
              />
              <RangeSlider
                label={text("tiers.edit.slider", { label })}
                labelHidden
                min={0}
                max={100}
                value={Math.min(100, Math.max(0, numberIn(form.weights[weight]) || 0))}
                onChange={(value) => setWeight(weight, String(value))}
              />
            </BlockStack>
          ))}
        </FormLayout.Group>
      </FormLayout>
      <div aria-live="polite">
        {errors["weights"] ? <InlineError fieldID="weights" message={errors["weights"]} /> : null}
        {sum === null ? null : (
          <QuietLine>{text("tiers.edit.weights.sum", { sum: formats.plainNumber(sum) })}</QuietLine>
        )}
      </div>
      <Text as="h3" variant="headingSm">
        {text("tiers.edit.window.title")}
      </Text>
      <Box maxWidth="20rem">
        <TextField
          type="number"
          label={text("tiers.edit.window")}
          suffix={text("tiers.edit.window.suffix")}
          value={form.windowDays}
          onChange={(windowDays) => onChange({ ...form, windowDays })}
          min={1}
          step={1}
          autoComplete="off"
          helpText={text("tiers.edit.window.help")}
          error={errors["windowDays"] ?? false}
        />
      </Box>
    </EditorCard>
  );

  function setWeight(weight: ScoredMetric, typed: string) {
    onChange({ ...form, weights: { ...form.weights, [weight]: typed } });
  }
}
