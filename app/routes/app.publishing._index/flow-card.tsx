import { BlockStack, Card, Checkbox, Link, Text, TextField } from "@shopify/polaris";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PublishingPage, PublishingSettings } from "../../use-cases/pages/publishing-page.ts";
import { SwitchRow } from "./switch-row.tsx";

type FlowForm = PublishingSettings["flow"];
type Trigger = PublishingPage["flow"][number];

interface FlowCardProps {
  flow: FlowForm;
  saved: FlowForm;
  triggers: readonly Trigger[];
  error: string | undefined;
  onChange: (flow: FlowForm) => void;
}

const rows = [
  {
    name: "tier-changed",
    field: "tierChanged",
    label: "flow.tier-changed.label",
    help: "flow.tier-changed.help",
  },
  { name: "at-risk", field: "atRisk", label: "flow.at-risk.label", help: "flow.at-risk.help" },
  {
    name: "about-to-change",
    field: "aboutToChange",
    label: "flow.about-to-change.label",
    help: "flow.about-to-change.help",
  },
] as const;

/** What workflows can start with. A part of the form: the save bar saves it. */
export function FlowCard({ flow, saved, triggers, error, onChange }: FlowCardProps) {
  const text = useText();
  const factsOf = useFacts(triggers);
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {text("flow.form.title")}
          </Text>
          <QuietLine>{text("flow.form.lead")}</QuietLine>
          <Link url="/app/publishing/flow">{text("flow.form.recipes")}</Link>
        </BlockStack>
        {rows.map(({ name, field, label, help }) => (
          <SwitchRow
            key={name}
            label={text(label)}
            help={text(help)}
            isOn={flow[field]}
            isLive={saved[field]}
            facts={factsOf(name)}
            onSwitch={(isOn) => onChange({ ...flow, [field]: isOn })}
          >
            {name === "about-to-change" && flow.aboutToChange ? (
              <TextField
                type="number"
                autoComplete="off"
                label={text("flow.days-before.label")}
                min={1}
                max={60}
                value={String(flow.daysBefore)}
                error={error ?? false}
                onChange={(days) => onChange({ ...flow, daysBefore: Number(days) })}
              />
            ) : null}
          </SwitchRow>
        ))}
        {flow.tierChanged || flow.aboutToChange ? (
          <Checkbox
            label={text("flow.rules.label")}
            helpText={text("flow.rules.help")}
            checked={flow.afterRuleChanges}
            onChange={(afterRuleChanges) => onChange({ ...flow, afterRuleChanges })}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function useFacts(triggers: readonly Trigger[]): (name: Trigger["name"]) => string[] {
  const text = useText();
  const formats = useFormats();
  return (name) => {
    const trigger = triggers.find((each) => each.name === name);
    if (trigger === undefined) return [];
    const { sent, lastSentAt, waiting } = trigger;
    return [
      text("flow.sent", { sent }),
      ...(lastSentAt === null
        ? []
        : [text("flow.last-sent", { ago: formats.relative(lastSentAt) })]),
      ...(waiting === 0 ? [] : [text("flow.waiting", { waiting })]),
    ];
  };
}
