import { BlockStack, Button, ButtonGroup, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useText } from "../../i18n/use-text.tsx";
import { canSplit, mergeGroups, splitGroup, type Axis, type MapForm } from "./map-form.ts";

interface SplitAndMergeProps {
  form: MapForm;
  /** The group that is split, or that takes in another one. */
  chosen: string;
  newId: string;
  onChange: (form: MapForm) => void;
  onChoose: (id: string) => void;
}

/** Makes two groups of the chosen one, or one of it and another. */
export function SplitAndMerge({ form, chosen, newId, onChange, onChoose }: SplitAndMergeProps) {
  const text = useText();
  const [picked, setPicked] = useState("");
  const others = form.groups.filter(({ id }) => id !== chosen);
  const other = others.find(({ id }) => id === picked) ?? others[0];
  const nameOf = (name: string) => (name.trim() === "" ? text("groups.edit.unnamed") : name);
  const name = form.groups.find(({ id }) => id === chosen)?.name ?? "";
  const shownName = nameOf(name);

  function split(axis: Axis) {
    const part = { id: newId, key: null, name: partName(form, shownName) };
    onChange(splitGroup(form, chosen, axis, part));
    onChoose(newId);
  }

  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {text("groups.edit.split-and-merge")}
      </Text>
      <ButtonGroup>
        <Button disabled={!canSplit(form, chosen, "recency")} onClick={() => split("recency")}>
          {text("groups.edit.split.recency")}
        </Button>
        <Button
          disabled={!canSplit(form, chosen, "frequencyMonetary")}
          onClick={() => split("frequencyMonetary")}
        >
          {text("groups.edit.split.spend")}
        </Button>
      </ButtonGroup>
      {other === undefined ? null : (
        <InlineStack gap="200" blockAlign="end">
          <Select
            label={text("groups.edit.merge.with", { group: shownName })}
            options={others.map((each) => ({ value: each.id, label: nameOf(each.name) }))}
            value={other.id}
            onChange={setPicked}
          />
          <Button onClick={() => onChange(mergeGroups(form, chosen, other.id))}>
            {text("groups.edit.merge")}
          </Button>
        </InlineStack>
      )}
    </BlockStack>
  );
}

/** "At risk 2", or the next number that is free. */
function partName({ groups }: MapForm, name: string): string {
  for (let number = 2; ; number++) {
    const wanted = `${name.slice(0, 56)} ${String(number)}`;
    if (!groups.some((group) => group.name === wanted)) return wanted;
  }
}
