import { BlockStack, Box, Button, InlineError, InlineStack, Select, Text } from "@shopify/polaris";
import { useRef, useState } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import {
  aboutCustomers,
  endsAtPercent,
  withNewTier,
  withoutTier,
  withTier,
  withTierMoved,
  withTiersBy,
} from "./change-tiers.ts";
import { chosenOf } from "./choice.ts";
import { EditorCard } from "./editor-card.tsx";
import type { EditorProps } from "./editor-props.ts";
import type { ProgramForm } from "./program-form.ts";
import { TierFields } from "./tier-fields.tsx";

const FEWEST_TIERS = 2;
const MOST_TIERS = 12;
/** Below this a tier changes with every order. */
const STEADY_CUSTOMERS = 5;

interface LadderCardProps extends EditorProps {
  rankedCustomers: number;
  tagPrefix: string;
  currencyCode: string;
}

/** The tiers, highest first. Adding moves the focus to the new name, removing to the heading. */
export function LadderCard({ form, onChange, errors, ...shop }: LadderCardProps) {
  const text = useText();
  const { rankedCustomers } = shop;
  const heading = useRef<HTMLDivElement>(null);
  const nextId = useRef(1);
  const [addedId, setAddedId] = useState<string | null>(null);
  const [removal, setRemoval] = useState<Removal | null>(null);
  const byShares = form.tiersBy === "value-shares";
  const about = form.tiers.map((_, index) =>
    byShares && rankedCustomers > 0 ? aboutCustomers(form, index, rankedCustomers) : null,
  );
  const hasSmallTier = about.some((count) => count !== null && count < STEADY_CUSTOMERS);
  const kinds = [
    { value: "value-shares", label: text("tiers.edit.by.shares") },
    { value: "thresholds", label: text("tiers.edit.by.thresholds") },
    { value: "natural-breaks", label: text("tiers.edit.by.breaks") },
  ] as const;
  const columns = [
    { value: "value", label: text("tiers.edit.breaks.value") },
    { value: "monetary", label: text("tiers.edit.breaks.monetary") },
    { value: "frequency", label: text("tiers.edit.breaks.frequency") },
    { value: "recency", label: text("tiers.edit.breaks.recency") },
  ] as const;

  return (
    <div ref={heading} tabIndex={-1}>
      <EditorCard
        title={text("tiers.edit.ladder.title")}
        sentence={text("tiers.edit.ladder.sentence")}
      >
        <Box maxWidth="24rem">
          <BlockStack gap="300">
            <Select
              label={text("tiers.edit.by")}
              options={[...kinds]}
              value={form.tiersBy}
              onChange={(chosen) =>
                onChange(withTiersBy(form, chosenOf(kinds, chosen, "value-shares")))
              }
            />
            {form.tiersBy === "natural-breaks" ? (
              <Select
                label={text("tiers.edit.breaks")}
                options={[...columns]}
                value={form.breaksOf}
                onChange={(chosen) =>
                  onChange({ ...form, breaksOf: chosenOf(columns, chosen, "value") })
                }
              />
            ) : null}
          </BlockStack>
        </Box>
        {errors["tiers"] ? <InlineError fieldID="tiers" message={errors["tiers"]} /> : null}
        {errors[""] ? <InlineError fieldID="program" message={errors[""]} /> : null}
        {form.tiers.map((tier, index) => (
          <TierFields
            key={tier.id}
            {...shop}
            tier={tier}
            index={index}
            tierCount={form.tiers.length}
            tiersBy={form.tiersBy}
            aboutCustomers={about[index] ?? null}
            endsAtPercent={byShares ? endsAtPercent(form, index) : null}
            errors={errors}
            takesFocus={tier.id === addedId}
            onChange={(change) => onChange(withTier(form, tier.id, change))}
            onMove={(by) => onChange(withTierMoved(form, tier.id, by))}
            onRemove={form.tiers.length > FEWEST_TIERS ? () => remove(tier.id, tier.name) : null}
          />
        ))}
        <InlineStack gap="300" blockAlign="center">
          <Button onClick={add} disabled={form.tiers.length >= MOST_TIERS}>
            {text("tiers.edit.add")}
          </Button>
          <div aria-live="polite">
            {removal !== null && form === removal.after ? (
              <InlineStack gap="200" blockAlign="center">
                <Text as="span">{text("tiers.edit.removed", { tier: removal.name })}</Text>
                <Button variant="plain" onClick={() => onChange(removal.before)}>
                  {text("tiers.edit.undo")}
                </Button>
              </InlineStack>
            ) : null}
          </div>
        </InlineStack>
        {hasSmallTier ? <QuietLine>{text("tiers.edit.small")}</QuietLine> : null}
      </EditorCard>
    </div>
  );

  function add() {
    const id = `new-${String(nextId.current++)}`;
    // A form that was kept as a draft may have this id already.
    const free = form.tiers.some((tier) => tier.id === id) ? `${id}-${String(Date.now())}` : id;
    setAddedId(free);
    onChange(withNewTier(form, free));
  }

  function remove(id: string, name: string) {
    const after = withoutTier(form, id);
    setRemoval({ name, before: form, after });
    onChange(after);
    heading.current?.focus();
  }
}

interface Removal {
  name: string;
  before: ProgramForm;
  after: ProgramForm;
}
