import { BlockStack, Box, Link, Select, TextField } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import { chosenOf } from "./choice.ts";
import { EditorCard } from "./editor-card.tsx";
import type { EditorProps } from "./editor-props.ts";
import type { ProgramForm, ScoredMetric } from "./program-form.ts";

/** How many scores there are and where they begin, and the groups that are made of them. */
export function ScoresCard({ form, onChange, errors }: EditorProps) {
  const text = useText();
  const kinds = [
    { value: "quantile", label: text("tiers.edit.cuts.quantile") },
    { value: "natural-breaks", label: text("tiers.edit.cuts.natural-breaks") },
    { value: "fixed", label: text("tiers.edit.cuts.fixed") },
  ] as const;
  const levels = (["3", "4", "5", "10"] as const).map((value) => ({
    value,
    label: text("tiers.edit.levels.option", { levels: Number(value) }),
  }));
  const bounds = Number(form.levels) - 1;
  const metrics = [
    {
      metric: "recency",
      label: text("tiers.edit.cuts.recency"),
      help: text("tiers.edit.cuts.recency.help", { bounds }),
    },
    {
      metric: "frequency",
      label: text("tiers.edit.cuts.frequency"),
      help: text("tiers.edit.cuts.frequency.help", { bounds }),
    },
    {
      metric: "monetary",
      label: text("tiers.edit.cuts.monetary"),
      help: text("tiers.edit.cuts.monetary.help", { bounds }),
    },
  ] as const;

  return (
    <EditorCard
      title={text("tiers.edit.groups.title")}
      sentence={text("tiers.edit.groups.sentence")}
    >
      <Box maxWidth="24rem">
        <BlockStack gap="400">
          <Select
            label={text("tiers.edit.groups")}
            options={groupOptions()}
            value={form.groups ?? ""}
            onChange={(groups) => onChange({ ...form, groups })}
            error={errors["groups"] ?? false}
            helpText={<Link url="/app/groups/map">{text("tiers.edit.groups.map")}</Link>}
          />
          <Select
            label={text("tiers.edit.levels")}
            options={levels}
            value={form.levels}
            onChange={(chosen) => onChange({ ...form, levels: chosenOf(levels, chosen, "5") })}
          />
          {metrics.map(({ metric, label, help }) => (
            <BlockStack key={metric} gap="200">
              <Select
                label={label}
                options={[...kinds]}
                value={form.cuts[metric].kind}
                onChange={(chosen) =>
                  setCut(metric, {
                    ...form.cuts[metric],
                    kind: chosenOf(kinds, chosen, "quantile"),
                  })
                }
              />
              {form.cuts[metric].kind === "fixed" ? (
                <TextField
                  label={text("tiers.edit.cuts.numbers")}
                  value={form.cuts[metric].fixed}
                  onChange={(fixed) => setCut(metric, { kind: "fixed", fixed })}
                  autoComplete="off"
                  helpText={help}
                  error={errors[`cutPoints.${metric}`] ?? false}
                />
              ) : null}
            </BlockStack>
          ))}
        </BlockStack>
      </Box>
    </EditorCard>
  );

  function setCut(metric: ScoredMetric, cut: ProgramForm["cuts"][ScoredMetric]) {
    onChange({ ...form, cuts: { ...form.cuts, [metric]: cut } });
  }

  function groupOptions() {
    const own = { value: "", label: text("tiers.edit.groups.own"), disabled: true };
    const sets = [
      { value: "five-types", label: text("tiers.edit.groups.five-types") },
      { value: "four-levels", label: text("tiers.edit.groups.four-levels") },
      { value: "shopify-11", label: text("tiers.edit.groups.shopify") },
      { value: "three-layers", label: text("tiers.edit.groups.three-layers") },
      { value: "lifecycle", label: text("tiers.edit.groups.lifecycle") },
      { value: "klaviyo-6", label: text("tiers.edit.groups.klaviyo") },
    ];
    return form.groups === null ? [own, ...sets] : sets;
  }
}
