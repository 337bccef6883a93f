import {
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  ChoiceList,
  Text,
  TextField,
} from "@shopify/polaris";
import { useText } from "../../i18n/use-text.tsx";
import type { ProgramProblem } from "../../use-cases/scoring/save-new-version.ts";
import { SplitAndMerge } from "./split-and-merge.tsx";
import { withNewGroup, withoutGroup, type MapForm } from "./map-form.ts";

interface GroupsCardProps {
  form: MapForm;
  chosen: string;
  problems: readonly ProgramProblem[];
  onChange: (form: MapForm) => void;
  onChoose: (id: string) => void;
}

/** Which groups there are, and which one is painted with. */
export function GroupsCard({ form, chosen, problems, onChange, onChoose }: GroupsCardProps) {
  const text = useText();
  const at = form.groups.findIndex(({ id }) => id === chosen);
  const group = form.groups[at];
  const problemAt = (part: "name" | "areas", index: number) =>
    problems.some(({ field }) => field.startsWith(`groups.groups.${String(index)}.${part}`));
  const squaresOf = (id: string) => form.cells.filter((each) => each === id).length;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {text("groups.edit.groups")}
        </Text>
        <ChoiceList
          title={text("groups.edit.paint-with")}
          choices={form.groups.map(({ id, name }, index) => ({
            value: id,
            label: name.trim() === "" ? text("groups.edit.unnamed") : name,
            helpText: problemAt("areas", index)
              ? text("groups.edit.problem.no-square")
              : text("groups.edit.squares", { squares: squaresOf(id) }),
          }))}
          selected={[chosen]}
          onChange={([id]) => onChoose(id ?? chosen)}
        />
        {group === undefined ? null : (
          <TextField
            label={text("groups.edit.name")}
            value={group.name}
            onChange={(name) =>
              onChange({
                ...form,
                groups: form.groups.map((each) => (each.id === chosen ? { ...each, name } : each)),
              })
            }
            autoComplete="off"
            maxLength={60}
            error={problemAt("name", at) ? text("groups.problem.name") : false}
          />
        )}
        <ButtonGroup>
          <Button
            onClick={() => {
              const id = freeId(form);
              onChange(withNewGroup(form, id));
              onChoose(id);
            }}
          >
            {text("groups.edit.add")}
          </Button>
          <Button
            variant="tertiary"
            disabled={form.groups.length < 2}
            onClick={() => {
              const less = withoutGroup(form, chosen);
              onChange(less);
              onChoose(less.groups[Math.max(0, at - 1)]?.id ?? "");
            }}
          >
            {text("groups.edit.remove")}
          </Button>
        </ButtonGroup>
        {group === undefined ? null : (
          <SplitAndMerge
            form={form}
            chosen={chosen}
            newId={freeId(form)}
            onChange={onChange}
            onChoose={onChoose}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function freeId({ groups }: MapForm): string {
  for (let number = groups.length; ; number++) {
    const id = `new-${String(number)}`;
    if (!groups.some((group) => group.id === id)) return id;
  }
}
