import { Box, TextField } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PublishingPage } from "../../use-cases/pages/publishing-page.ts";
import type { PublishingErrors } from "./field-problems.ts";
import type { PublishingForm, Switch } from "./publishing-form.ts";
import { SwitchRow } from "./switch-row.tsx";

interface RowProps {
  page: PublishingPage;
  form: PublishingForm;
  errors: PublishingErrors;
  onSwitch: (which: Switch, isOn: boolean) => void;
}

export function TagsRow({ page, form, onSwitch }: RowProps) {
  const text = useText();
  const formats = useFormats();
  const { customers, lastWrittenAt } = page.tags;
  const written =
    lastWrittenAt === null
      ? []
      : [text("publishing.tags.last-written", { ago: formats.relative(lastWrittenAt) })];
  return (
    <SwitchRow
      label={text("publishing.tags.label")}
      help={text("publishing.tags.help", { ranked: page.rankedCustomers })}
      isOn={form.tags}
      isLive={page.settings.tags}
      facts={[text("publishing.tags.count", { tagged: customers }), ...written]}
      onSwitch={(isOn) => onSwitch("tags", isOn)}
    />
  );
}

export function MetafieldsRow({ page, form, onSwitch }: RowProps) {
  const text = useText();
  return (
    <SwitchRow
      label={text("publishing.metafields.label")}
      help={text("publishing.metafields.help")}
      isOn={form.metafields}
      isLive={page.settings.metafields}
      facts={[text("publishing.metafields.count", { customers: page.metafields.customers })]}
      onSwitch={(isOn) => onSwitch("metafields", isOn)}
    />
  );
}

export function SegmentsRow({ page, form, errors, onSwitch }: RowProps) {
  const text = useText();
  const { segments } = page;
  const made = segments.filter((segment) => segment.inShopify).length;
  return (
    <SwitchRow
      label={text("publishing.segments.label")}
      help={text("publishing.segments.help", { segments: segments.length })}
      isOn={form.segments}
      isLive={page.settings.segments}
      error={errors.segments}
      facts={[text("publishing.segments.count", { made, segments: segments.length })]}
      onSwitch={(isOn) => onSwitch("segments", isOn)}
    />
  );
}

export function DiscountRow({
  page,
  form,
  errors,
  onSwitch,
  onPercent,
}: RowProps & { onPercent: (percent: string) => void }) {
  const text = useText();
  const { discount, topTierName } = page;
  return (
    <SwitchRow
      label={text("publishing.discount.label", { tier: topTierName })}
      help={text("publishing.discount.help", { tier: topTierName })}
      isOn={form.discount}
      isLive={page.settings.topTierDiscountPercent !== null}
      error={errors.discount}
      facts={[
        discount.status === "active"
          ? text("publishing.discount.active", { title: discount.title })
          : text("publishing.discount.none"),
      ]}
      onSwitch={(isOn) => onSwitch("discount", isOn)}
    >
      {form.discount ? (
        <Box maxWidth="10rem">
          <TextField
            type="number"
            label={text("publishing.discount.percent")}
            suffix={text("publishing.discount.percent.suffix")}
            value={form.percent}
            onChange={onPercent}
            min={1}
            max={100}
            step={1}
            autoComplete="off"
            error={errors.percent ?? false}
          />
        </Box>
      ) : null}
    </SwitchRow>
  );
}
