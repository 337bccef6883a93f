import type { ReactNode } from "react";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { PublishingPage, PublishingSettings } from "../../use-cases/pages/publishing-page.ts";
import type { PublishingErrors } from "./field-problems.ts";
import type { Switch } from "./publishing-form.ts";
import { SwitchRow } from "./switch-row.tsx";

interface RowProps {
  page: PublishingPage;
  form: PublishingSettings;
  errors: PublishingErrors;
  onSwitch: (which: Switch, isOn: boolean) => void;
}

export function TagsRow({ page, form, onSwitch, children }: RowProps & { children: ReactNode }) {
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
    >
      {children}
    </SwitchRow>
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
  const made = segments.filter(({ state }) => state === "in-shopify" || state === "renamed").length;
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

export function DiscountsRow({ page, form, errors, onSwitch }: RowProps) {
  const text = useText();
  const { discounts } = page;
  const given = discounts.filter(({ status }) => status === "active").length;
  return (
    <SwitchRow
      label={text("publishing.discounts.label")}
      help={text("publishing.discounts.help")}
      isOn={form.discounts}
      isLive={page.settings.discounts}
      error={errors.discounts}
      facts={[text("publishing.discounts.count", { given, discounts: discounts.length })]}
      onSwitch={(isOn) => onSwitch("discounts", isOn)}
    />
  );
}
