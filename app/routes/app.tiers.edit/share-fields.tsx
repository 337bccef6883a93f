import { BlockStack, InlineError, RangeSlider, Text, TextField } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { numberIn } from "./percents.ts";
import type { TierFieldsProps } from "./tier-fields.tsx";

/** "Top 20 %", "Next 30 %" or "Everyone else" rather than bare percentages, and down to where a tier is kept. */
export function ShareFields({
  tier,
  index,
  isLowest,
  aboutCustomers,
  endsAtPercent,
  errors,
  onChange,
}: TierFieldsProps & { isLowest: boolean }) {
  const text = useText();
  const formats = useFormats();
  const place = `tiers.${String(index)}`;
  const about =
    aboutCustomers === null ? null : text("tiers.edit.about", { customers: aboutCustomers });
  if (isLowest)
    return (
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
      </div>
    );
  const label = text(index === 0 ? "tiers.edit.size.top" : "tiers.edit.size.next");
  const cutError = errors[`${place}.cutBp`];
  const keepError = errors[`${place}.keepBp`];
  return (
    <>
      <BlockStack gap="100">
        <TextField
          type="number"
          label={label}
          suffix={text("tiers.edit.percent")}
          value={tier.sharePercent}
          onChange={(sharePercent) => onChange({ sharePercent })}
          min={0.01}
          max={99.99}
          step={0.01}
          autoComplete="off"
          helpText={about}
          error={cutError ?? false}
        />
        <RangeSlider
          label={text("tiers.edit.slider", { label: `${tier.name}: ${label}` })}
          labelHidden
          min={1}
          max={99}
          value={Math.min(99, Math.max(1, numberIn(tier.sharePercent) || 1))}
          onChange={(value) => onChange({ sharePercent: String(value) })}
        />
      </BlockStack>
      <div>
        <TextField
          type="number"
          label={text("tiers.edit.keep")}
          suffix={text("tiers.edit.percent")}
          value={tier.keepPercent}
          placeholder={endsAtPercent === null ? "" : String(endsAtPercent)}
          onChange={(keepPercent) => onChange({ keepPercent })}
          min={0.01}
          max={100}
          step={0.01}
          autoComplete="off"
          helpText={
            endsAtPercent === null
              ? null
              : text("tiers.edit.keep.help", { percent: formats.plainNumber(endsAtPercent) })
          }
          error={keepError !== undefined}
        />
        {keepError ? <InlineError fieldID={`keep-${tier.id}`} message={keepError} /> : null}
      </div>
    </>
  );
}
