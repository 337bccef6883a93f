import { ChoiceList, type IndexFiltersProps } from "@shopify/polaris";

interface LabelFilterProps {
  key: "tier" | "group";
  label: string;
  labels: readonly { key: string; name: string }[];
  /** The label key in the address. */
  chosen: string | null;
  onChoose: (key: string | null) => void;
  /** "Group is At risk". */
  inWords: (name: string) => string;
}

type Filters = IndexFiltersProps["filters"];
type AppliedFilters = NonNullable<IndexFiltersProps["appliedFilters"]>;

/** One choice among labels, as the filter and, once chosen, the pill that Polaris wants. */
export function labelFilter({ key, label, labels, chosen, onChoose, inWords }: LabelFilterProps): {
  filters: Filters;
  applied: AppliedFilters;
} {
  const known = labels.find((candidate) => candidate.key === chosen);
  const filter = (
    <ChoiceList
      title={label}
      titleHidden
      choices={labels.map(({ key: value, name }) => ({ label: name, value }))}
      selected={chosen === null ? [] : [chosen]}
      onChange={([value]) => onChoose(value ?? null)}
    />
  );
  return {
    filters: [{ key, label, pinned: true, shortcut: true, filter }],
    applied: known ? [{ key, label: inWords(known.name), onRemove: () => onChoose(null) }] : [],
  };
}
