import { Button, InlineError, Text, TextField } from "@shopify/polaris";
import { DeleteIcon } from "@shopify/polaris-icons";
import { useText } from "../../i18n/use-text.tsx";
import type { TierRow } from "./tier-form.ts";
import styles from "./tier-fields.module.css";

interface TierFieldsProps {
  tier: TierRow;
  /** 0 is the highest. */
  index: number;
  tierCount: number;
  aboutCustomers: number | null;
  nameError: string | undefined;
  shareError: string | undefined;
  takesFocus: boolean;
  onChange: (change: { name: string } | { sharePercent: string }) => void;
  /** Null when no tier can be spared. */
  onRemove: (() => void) | null;
}

/** One rung: "Top 20 %", "Next 30 %" or "Everyone else" rather than bare percentages. */
export function TierFields({
  tier,
  index,
  tierCount,
  aboutCustomers,
  nameError,
  shareError,
  takesFocus,
  onChange,
  onRemove,
}: TierFieldsProps) {
  const text = useText();
  const isLowest = index === tierCount - 1;
  const about =
    aboutCustomers === null ? null : text("tiers.edit.about", { customers: aboutCustomers });

  return (
    <div
      className={styles.row}
      role="group"
      aria-label={text("tiers.edit.tier", { position: index + 1 })}
    >
      <TextField
        label={text("tiers.edit.name")}
        value={tier.name}
        onChange={(name) => onChange({ name })}
        autoComplete="off"
        autoFocus={takesFocus}
        maxLength={60}
        error={nameError ?? false}
      />
      {isLowest ? (
        <div>
          <Text as="p">{text("tiers.edit.size.rest")}</Text>
          <Text as="p" tone="subdued">
            {text("tiers.edit.size.rest.value")}
          </Text>
          {about ? (
            <Text as="p" tone="subdued">
              {about}
            </Text>
          ) : null}
          {shareError ? <InlineError fieldID={`share-${tier.id}`} message={shareError} /> : null}
        </div>
      ) : (
        <TextField
          type="number"
          label={text(index === 0 ? "tiers.edit.size.top" : "tiers.edit.size.next")}
          suffix={text("tiers.edit.percent")}
          value={tier.sharePercent}
          onChange={(sharePercent) => onChange({ sharePercent })}
          min={0.01}
          max={99.99}
          step={0.01}
          autoComplete="off"
          helpText={about}
          error={shareError ?? false}
        />
      )}
      <div className={styles.remove}>
        {onRemove ? (
          <Button
            icon={DeleteIcon}
            variant="tertiary"
            onClick={onRemove}
            accessibilityLabel={
              tier.name.trim() === ""
                ? text("tiers.edit.remove.unnamed")
                : text("tiers.edit.remove", { tier: tier.name })
            }
          />
        ) : null}
      </div>
    </div>
  );
}
