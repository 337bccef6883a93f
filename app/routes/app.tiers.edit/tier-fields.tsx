import { BlockStack, Button, Collapsible, InlineStack, Text, TextField } from "@shopify/polaris";
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from "@shopify/polaris-icons";
import { useState } from "react";
import { TierName } from "../../components/tier-name.tsx";
import { useText } from "../../i18n/use-text.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import type { FieldErrors } from "./field-errors.ts";
import type { ProgramForm, TierRow } from "./program-form.ts";
import { ShareFields } from "./share-fields.tsx";
import { TierPromise } from "./tier-promise.tsx";
import styles from "./tier-fields.module.css";

export interface TierFieldsProps {
  tier: TierRow;
  /** 0 is the highest. */
  index: number;
  tierCount: number;
  tiersBy: ProgramForm["tiersBy"];
  aboutCustomers: number | null;
  /** Where the tier ends, in percent from the top; null when it is not by shares, or not a number. */
  endsAtPercent: number | null;
  tagPrefix: string;
  currencyCode: string;
  errors: FieldErrors;
  takesFocus: boolean;
  onChange: (change: Partial<TierRow>) => void;
  onMove: (by: 1 | -1) => void;
  /** Null when no tier can be spared. */
  onRemove: (() => void) | null;
}

/** One rung: its name, what it takes to be there and to stay, and behind "More" what it looks like and promises. */
export function TierFields(props: TierFieldsProps) {
  const { tier, index, tierCount, tiersBy, tagPrefix, errors, onChange } = props;
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const isLowest = index === tierCount - 1;
  const named = tier.name.trim() === "" ? text("tiers.edit.unnamed") : tier.name;
  const promiseId = `promise-${tier.id}`;
  const errorAt = (part: string) => errors[`tiers.${String(index)}.${part}`];
  const isShown = isOpen || errorAt("colour") !== undefined || errorAt("benefits") !== undefined;

  return (
    <div
      className={styles.tier}
      role="group"
      aria-label={text("tiers.edit.tier", { position: index + 1 })}
    >
      <InlineStack align="space-between" blockAlign="center" wrap={false} gap="200">
        <Text as="h3" variant="headingSm">
          <TierName name={named} rank={index} tierCount={tierCount} />
        </Text>
        <InlineStack gap="100" wrap={false}>
          <Button
            icon={ArrowUpIcon}
            variant="tertiary"
            disabled={index === 0}
            onClick={() => props.onMove(-1)}
            accessibilityLabel={text("tiers.edit.move-up", { tier: named })}
          />
          <Button
            icon={ArrowDownIcon}
            variant="tertiary"
            disabled={isLowest}
            onClick={() => props.onMove(1)}
            accessibilityLabel={text("tiers.edit.move-down", { tier: named })}
          />
          {props.onRemove ? (
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              onClick={props.onRemove}
              accessibilityLabel={text("tiers.edit.remove", { tier: named })}
            />
          ) : null}
        </InlineStack>
      </InlineStack>
      <div className={styles.fields}>
        <TextField
          label={text("tiers.edit.name")}
          value={tier.name}
          onChange={(name) => onChange({ name })}
          autoComplete="off"
          autoFocus={props.takesFocus}
          maxLength={60}
          helpText={
            tier.key === null
              ? text("tiers.edit.tag.new")
              : text("tiers.edit.tag", { tag: tagPrefix + tier.key })
          }
          error={errorAt("name") ?? false}
        />
        {tiersBy === "value-shares" ? <ShareFields {...props} isLowest={isLowest} /> : null}
      </div>
      {tiersBy === "thresholds" ? <ConditionFields {...props} isLowest={isLowest} /> : null}
      <BlockStack gap="200" inlineAlign="start">
        <Button
          variant="plain"
          disclosure={isShown ? "up" : "down"}
          ariaExpanded={isShown}
          ariaControls={promiseId}
          onClick={() => setOpen(!isShown)}
        >
          {text("tiers.edit.more")}
        </Button>
      </BlockStack>
      <Collapsible id={promiseId} open={isShown} transition={false}>
        <TierPromise
          tier={tier}
          onChange={onChange}
          colourError={errorAt("colour")}
          benefitsError={errorAt("benefits")}
        />
      </Collapsible>
    </div>
  );
}
