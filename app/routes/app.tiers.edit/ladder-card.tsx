import { BlockStack, Box, Button, Card, InlineError, InlineStack, Text } from "@shopify/polaris";
import { useRef, useState } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { FieldErrors } from "./field-problems.ts";
import { TierFields } from "./tier-fields.tsx";
import { aboutCustomers, withNewTier, withoutTier, withTier, type TierForm } from "./tier-form.ts";

const FEWEST_TIERS = 2;
const MOST_TIERS = 12;
/** Below this a tier changes with every order. */
const STEADY_CUSTOMERS = 5;

interface LadderCardProps {
  form: TierForm;
  onChange: (form: TierForm) => void;
  errors: FieldErrors;
  rankedCustomers: number;
}

/** The tiers, highest first: names and sizes. Adding moves the focus to the new name, removing to the heading. */
export function LadderCard({ form, onChange, errors, rankedCustomers }: LadderCardProps) {
  const text = useText();
  const heading = useRef<HTMLDivElement>(null);
  const nextId = useRef(1);
  const [addedId, setAddedId] = useState<string | null>(null);
  const [removal, setRemoval] = useState<{
    name: string;
    before: TierForm;
    after: TierForm;
  } | null>(null);
  const about = form.tiers.map((_, index) => aboutCustomers(form, index, rankedCustomers));
  const hasSmallTier =
    rankedCustomers > 0 &&
    about.some((customers) => customers !== null && customers < STEADY_CUSTOMERS);

  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <div ref={heading} tabIndex={-1}>
            <Text as="h2" variant="headingMd">
              {text("tiers.edit.ladder.title")}
            </Text>
          </div>
          <QuietLine>{text("tiers.edit.ladder.sentence")}</QuietLine>
        </BlockStack>
        {errors.ladder ? <InlineError fieldID="ladder" message={errors.ladder} /> : null}
        {form.tiers.map((tier, index) => (
          <TierFields
            key={tier.id}
            tier={tier}
            index={index}
            tierCount={form.tiers.length}
            aboutCustomers={rankedCustomers > 0 ? (about[index] ?? null) : null}
            nameError={errors.names[index]}
            shareError={errors.shares[index]}
            takesFocus={tier.id === addedId}
            onChange={(change) => onChange(withTier(form, tier.id, change))}
            onRemove={form.tiers.length > FEWEST_TIERS ? () => remove(tier.id, tier.name) : null}
          />
        ))}
        {removal && removal.after === form ? (
          <InlineStack gap="200" blockAlign="center">
            <Text as="p">{text("tiers.edit.removed", { tier: removal.name })}</Text>
            <Button variant="plain" onClick={() => onChange(removal.before)}>
              {text("tiers.edit.undo")}
            </Button>
          </InlineStack>
        ) : null}
        {hasSmallTier ? <QuietLine>{text("tiers.edit.small")}</QuietLine> : null}
        <Box>
          <Button onClick={add} disabled={form.tiers.length >= MOST_TIERS}>
            {text("tiers.edit.add")}
          </Button>
        </Box>
      </BlockStack>
    </Card>
  );

  function add() {
    const id = `new-${nextId.current++}`;
    setAddedId(id);
    onChange(withNewTier(form, id));
  }

  function remove(id: string, name: string) {
    const after = withoutTier(form, id);
    setRemoval({ name, before: form, after });
    onChange(after);
    heading.current?.focus();
  }
}
