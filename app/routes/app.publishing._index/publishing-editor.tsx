import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, Checkbox, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import { useText } from "../../i18n/use-text.tsx";
import type { PublishingPage, PublishingSettings } from "../../use-cases/pages/publishing-page.ts";
import type { SavePublishingResult } from "../../use-cases/publishing/save-publishing.ts";
import { PrefixField } from "./prefix-field.tsx";
import { DiscountsRow, MetafieldsRow, SegmentsRow, TagsRow } from "./publishing-rows.tsx";
import { FlowCard } from "./flow-card.tsx";
import { withSwitch, type Switch } from "./publishing-form.ts";
import { errorsAtFields } from "./field-problems.ts";

/** What is published, each with its consequence. Nothing acts at once: the save bar saves it all. */
export function PublishingEditor({ page }: { page: PublishingPage }) {
  const text = useText();
  const shopify = useAppBridge();
  const fetcher = useFetcher<SavePublishingResult>();
  const [form, setForm] = useState<PublishingSettings>(page.settings);
  const [sent, setSent] = useState<PublishingSettings | null>(null);
  const [refusals, setRefusals] = useState(0);
  const answer = fetcher.data;
  const errors = errorsAtFields(
    answer?.kind === "refused" && sent === form ? answer.problems : [],
    text,
  );
  const saved = JSON.stringify(page.settings);

  useEffect(() => {
    if (answer?.kind === "refused") setRefusals((before) => before + 1);
    if (answer?.kind === "saved") shopify.toast.show(text("publishing.saved"));
  }, [answer, shopify, text]);

  function save() {
    const asked = { ...form, tagPrefix: form.tagPrefix.trim() };
    setForm(asked);
    setSent(asked);
    const { locale } = shopify.config;
    fetcher.submit(JSON.stringify({ ...asked, ...(locale !== undefined && { locale }) }), {
      method: "post",
      encType: "application/json",
    });
  }

  const row = {
    page,
    form,
    errors,
    onSwitch: (which: Switch, isOn: boolean) => setForm(withSwitch(form, which, isOn)),
  };
  return (
    <SaveBarForm
      value={JSON.stringify(form)}
      saved={saved}
      refusals={refusals}
      onSave={save}
      onDiscard={() => setForm(page.settings)}
    >
      <Card>
        <BlockStack gap="400">
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {text("publishing.form.title")}
            </Text>
            <QuietLine>
              {text("publishing.contract", { prefix: page.settings.tagPrefix })}
            </QuietLine>
          </BlockStack>
          <TagsRow {...row}>
            <PrefixField
              prefix={form.tagPrefix}
              saved={page.settings.tagPrefix}
              error={errors.tagPrefix}
              onChange={(tagPrefix) => setForm({ ...form, tagPrefix })}
            />
          </TagsRow>
          <MetafieldsRow {...row} />
          <SegmentsRow {...row} />
          <DiscountsRow {...row} />
          <Checkbox
            label={text("publishing.dry-run.label")}
            helpText={text("publishing.dry-run.help")}
            checked={form.dryRun}
            onChange={(dryRun) => setForm({ ...form, dryRun })}
          />
        </BlockStack>
      </Card>
      <FlowCard
        flow={form.flow}
        saved={page.settings.flow}
        triggers={page.flow}
        error={errors.daysBefore}
        onChange={(flow) => setForm({ ...form, flow })}
      />
    </SaveBarForm>
  );
}
