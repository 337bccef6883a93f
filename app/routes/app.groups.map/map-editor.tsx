import { BlockStack, Banner, Card, Layout, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { PreviewCard } from "../../components/preview/preview-card.tsx";
import { usePreview } from "../../components/preview/use-preview.ts";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { SaveBarForm } from "../../components/save-bar-form.tsx";
import type { PlainMessageKey } from "../../i18n/text.ts";
import { useText } from "../../i18n/use-text.tsx";
import type { MapEditorPage, StartingMap } from "../../use-cases/pages/map-editor-page.ts";
import { ApplyMapModal } from "./apply-map-modal.tsx";
import { GroupsCard } from "./groups-card.tsx";
import { formOfMap, painted, paintedRange, partsOf } from "./map-form.ts";
import { MapGrid } from "./map-grid.tsx";
import { RangeForm } from "./range-form.tsx";
import { useSaveMap } from "./use-save-map.ts";

const presetNames = {
  "five-types": "tiers.edit.groups.five-types",
  "four-levels": "tiers.edit.groups.four-levels",
  "shopify-11": "tiers.edit.groups.shopify",
  "three-layers": "tiers.edit.groups.three-layers",
  lifecycle: "tiers.edit.groups.lifecycle",
  "klaviyo-6": "groups.edit.klaviyo",
} as const satisfies Record<string, PlainMessageKey>;

interface MapEditorProps {
  page: MapEditorPage;
  start: StartingMap;
}

/** A map of the shop's own: choose a group, press squares. What it changes stands beside it. */
export function MapEditor({ page, start }: MapEditorProps) {
  const text = useText();
  const { levels } = page;
  const [form, setForm] = useState(() => formOfMap(start, levels));
  const [chosen, setChosen] = useState(form.groups[0]?.id ?? "");
  const parts = partsOf(form);
  const shown = usePreview(parts);
  const saving = useSaveMap(parts, page.version, shown);
  const saved = JSON.stringify(partsOf(formOfMap(start, levels)));
  const problems = saving.problems ?? shown.refused?.problems ?? [];

  function startFrom(map: StartingMap) {
    setForm(formOfMap(map, levels));
    setChosen(map.groups[0]?.key ?? "");
  }

  return (
    <SaveBarForm
      value={saving.isDone ? saved : JSON.stringify(parts)}
      saved={saved}
      refusals={saving.refusals}
      onSave={saving.ask}
      onDiscard={() => startFrom(start)}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {saving.hasConflict ? (
              <Banner tone="warning">{text("groups.edit.conflict")}</Banner>
            ) : null}
            {saving.uses.length > 0 ? (
              <Banner tone="warning">
                {text("groups.edit.in-use", { groups: saving.uses.join(", ") })}
              </Banner>
            ) : null}
            <Card>
              <BlockStack gap="300">
                <Text as="h2" variant="headingMd">
                  {text("groups.edit.map")}
                </Text>
                <Select
                  label={text("groups.edit.start")}
                  options={[
                    { value: "", label: text("groups.edit.start.choose") },
                    ...page.presets.map(({ key }) => ({
                      value: key,
                      label: text(presetNames[key]),
                    })),
                  ]}
                  value=""
                  onChange={(chosenKey) => {
                    const preset = page.presets.find(({ key }) => key === chosenKey);
                    if (preset !== undefined) startFrom(preset.map);
                  }}
                />
                <QuietLine>{text("groups.map.axes")}</QuietLine>
                <MapGrid
                  form={form}
                  chosen={chosen}
                  onPaint={(place) => setForm(painted(form, place, chosen))}
                />
                <div aria-live="polite">
                  <Text as="p">{liveLine()}</Text>
                </div>
                <RangeForm
                  levels={levels}
                  onPaint={(recency, frequencyMonetary) =>
                    setForm(paintedRange(form, recency, frequencyMonetary, chosen))
                  }
                />
              </BlockStack>
            </Card>
            <GroupsCard
              form={form}
              chosen={chosen}
              problems={problems}
              onChange={setForm}
              onChoose={setChosen}
            />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <PreviewCard shown={shown} about="groups" onSeeMovers={null} onSeeStep={null} />
        </Layout.Section>
      </Layout>
      <ApplyMapModal
        isOpen={saving.isAsking}
        changed={shown.preview?.groups.changed ?? null}
        onApply={saving.apply}
        onClose={saving.close}
      />
    </SaveBarForm>
  );

  function liveLine(): string {
    const squares = form.cells.length;
    if (shown.preview === null || shown.state !== "current" || shown.refused !== null)
      return text("groups.edit.covered", { squares });
    return text("groups.edit.covered-and", { squares, changed: shown.preview.groups.changed });
  }
}
