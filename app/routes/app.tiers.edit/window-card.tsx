import { BlockStack, Box, Card, Text, TextField } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { FieldErrors } from "./field-problems.ts";
import type { TierForm } from "./tier-form.ts";

interface WindowCardProps {
  form: TierForm;
  onChange: (form: TierForm) => void;
  errors: FieldErrors;
}

/** How far back orders count for frequency and spend. */
export function WindowCard({ form, onChange, errors }: WindowCardProps) {
  const text = useText();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
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
            error={errors.windowDays ?? false}
          />
        </Box>
      </BlockStack>
    </Card>
  );
}
