import { BlockStack, Checkbox, FormLayout, Select, TextField } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import { chosenOf } from "./choice.ts";
import { EditorCard } from "./editor-card.tsx";
import type { EditorProps } from "./editor-props.ts";
import { HolidayFields } from "./holiday-fields.tsx";
import type { ProgramForm } from "./program-form.ts";

const NOBODY = "";

/** When customers go up, and what holds them before they go down. */
export function StayingCard({ form, onChange, errors }: EditorProps) {
  const text = useText();
  const { policy } = form;
  const evaluations = [
    { value: "daily", label: text("tiers.edit.evaluation.daily") },
    { value: "weekly", label: text("tiers.edit.evaluation.weekly") },
    { value: "monthly", label: text("tiers.edit.evaluation.monthly") },
  ] as const;
  const upgrades = [
    { value: "at-once", label: text("tiers.edit.upgrade.at-once") },
    { value: "at-evaluation", label: text("tiers.edit.upgrade.at-evaluation") },
  ] as const;
  const refunds = [
    { value: "as-any-fall", label: text("tiers.edit.refunds.as-any-fall") },
    { value: "at-once", label: text("tiers.edit.refunds.at-once") },
    { value: "at-evaluation", label: text("tiers.edit.refunds.at-evaluation") },
  ] as const;
  const days = { type: "number", min: 0, max: 3650, step: 1, autoComplete: "off" } as const;

  return (
    <EditorCard
      title={text("tiers.edit.staying.title")}
      sentence={text("tiers.edit.staying.sentence")}
    >
      <FormLayout>
        <FormLayout.Group>
          <Select
            label={text("tiers.edit.evaluation")}
            options={[...evaluations]}
            value={form.evaluation}
            onChange={(chosen) =>
              onChange({ ...form, evaluation: chosenOf(evaluations, chosen, "daily") })
            }
            helpText={text("tiers.edit.evaluation.help")}
          />
          <Select
            label={text("tiers.edit.upgrade")}
            options={[...upgrades]}
            value={policy.upgrade}
            onChange={(chosen) => set({ upgrade: chosenOf(upgrades, chosen, "at-once") })}
          />
        </FormLayout.Group>
        <FormLayout.Group>
          <TextField
            {...days}
            label={text("tiers.edit.grace")}
            suffix={text("tiers.edit.window.suffix")}
            value={policy.graceDays}
            onChange={(graceDays) => set({ graceDays })}
            helpText={text("tiers.edit.grace.help")}
            error={errors["policy.graceDays"] ?? false}
          />
          <TextField
            {...days}
            label={text("tiers.edit.minimum-stay")}
            suffix={text("tiers.edit.window.suffix")}
            value={policy.minimumStayDays}
            onChange={(minimumStayDays) => set({ minimumStayDays })}
            helpText={text("tiers.edit.minimum-stay.help")}
            error={errors["policy.minimumStayDays"] ?? false}
          />
        </FormLayout.Group>
        <Checkbox
          label={text("tiers.edit.one-step")}
          checked={policy.oneStepDown}
          onChange={(oneStepDown) => set({ oneStepDown })}
          helpText={text("tiers.edit.one-step.help")}
        />
        <Select
          label={text("tiers.edit.refunds")}
          options={[...refunds]}
          value={policy.refunds}
          onChange={(chosen) => set({ refunds: chosenOf(refunds, chosen, "as-any-fall") })}
        />
        <FormLayout.Group>
          <Select
            label={text("tiers.edit.welcome")}
            options={[
              { value: NOBODY, label: text("tiers.edit.welcome.none") },
              ...form.tiers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={policy.welcomeTier ?? NOBODY}
            onChange={(chosen) => set({ welcomeTier: chosen === NOBODY ? null : chosen })}
            helpText={text("tiers.edit.welcome.help")}
          />
          {policy.welcomeTier === null ? (
            <span />
          ) : (
            <TextField
              {...days}
              min={1}
              label={text("tiers.edit.welcome.days")}
              suffix={text("tiers.edit.window.suffix")}
              value={policy.welcomeDays}
              onChange={(welcomeDays) => set({ welcomeDays })}
              error={errors["policy.welcome.days"] ?? false}
            />
          )}
        </FormLayout.Group>
      </FormLayout>
      <BlockStack gap="200">
        <HolidayFields
          freezes={policy.freezes}
          errors={errors}
          onChange={(freezes) => set({ freezes })}
        />
      </BlockStack>
    </EditorCard>
  );

  function set(change: Partial<ProgramForm["policy"]>) {
    onChange({ ...form, policy: { ...policy, ...change } });
  }
}
