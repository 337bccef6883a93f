import { BlockStack, Box, Card, Select, Text } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { TierForm } from "./tier-form.ts";

interface GroupsCardProps {
  form: TierForm;
  onChange: (form: TierForm) => void;
}

/** Which groups customers are sorted into, and how the scores behind them are cut. */
export function GroupsCard({ form, onChange }: GroupsCardProps) {
  const text = useText();
  const own = { value: "", label: text("tiers.edit.groups.own"), disabled: true };
  const sets = [
    { value: "five-types", label: text("tiers.edit.groups.five-types") },
    { value: "four-levels", label: text("tiers.edit.groups.four-levels") },
    { value: "shopify-11", label: text("tiers.edit.groups.shopify") },
    { value: "three-layers", label: text("tiers.edit.groups.three-layers") },
    { value: "lifecycle", label: text("tiers.edit.groups.lifecycle") },
  ];
  const cuts = [
    { value: "quantile" as const, label: text("tiers.edit.cuts.quantile") },
    { value: "natural-breaks" as const, label: text("tiers.edit.cuts.natural-breaks") },
  ];

  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {text("tiers.edit.groups.title")}
          </Text>
          <QuietLine>{text("tiers.edit.groups.sentence")}</QuietLine>
        </BlockStack>
        <Box maxWidth="20rem">
          <BlockStack gap="400">
            <Select
              label={text("tiers.edit.groups")}
              options={form.groups === null ? [own, ...sets] : sets}
              value={form.groups ?? ""}
              onChange={(groups) => onChange({ ...form, groups })}
            />
            <Select
              label={text("tiers.edit.cuts")}
              options={form.scoreCuts === null ? [own, ...cuts] : cuts}
              value={form.scoreCuts ?? ""}
              onChange={(chosen) => {
                const scoreCuts = cuts.find(({ value }) => value === chosen)?.value ?? null;
                onChange({ ...form, scoreCuts });
              }}
            />
          </BlockStack>
        </Box>
      </BlockStack>
    </Card>
  );
}
