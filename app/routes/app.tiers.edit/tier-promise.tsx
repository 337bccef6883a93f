import { BlockStack, TextField } from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { TierRow } from "./program-form.ts";
import styles from "./tier-fields.module.css";

const NO_COLOUR = "#ffffff";
const BENEFITS_LINES = 3;

interface TierPromiseProps {
  tier: TierRow;
  onChange: (change: Partial<TierRow>) => void;
  colourError: string | undefined;
  benefitsError: string | undefined;
}

/** What customers are shown of a tier: its colour in the shop's theme, and what it promises. */
export function TierPromise({ tier, onChange, colourError, benefitsError }: TierPromiseProps) {
  const text = useText();
  const isColour = /^#[0-9a-f]{6}$/i.test(tier.colour.trim());
  return (
    <BlockStack gap="300">
      <div className={styles.colour}>
        <TextField
          label={text("tiers.edit.colour")}
          value={tier.colour}
          onChange={(colour) => onChange({ colour })}
          placeholder="#1a6e4f"
          autoComplete="off"
          maxLength={7}
          helpText={text("tiers.edit.colour.help")}
          error={colourError ?? false}
        />
        <input
          type="color"
          className={styles.swatch}
          aria-label={text("tiers.edit.colour.pick", { tier: tier.name })}
          value={isColour ? tier.colour.trim().toLowerCase() : NO_COLOUR}
          onChange={(event) => onChange({ colour: event.target.value })}
        />
      </div>
      <TextField
        label={text("tiers.edit.benefits")}
        value={tier.benefits}
        onChange={(benefits) => onChange({ benefits })}
        multiline={BENEFITS_LINES}
        autoComplete="off"
        maxLength={500}
        helpText={text("tiers.edit.benefits.help")}
        error={benefitsError ?? false}
      />
    </BlockStack>
  );
}
