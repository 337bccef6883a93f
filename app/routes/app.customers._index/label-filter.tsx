import { ChoiceList, type IndexFiltersProps } from "@shopify/polaris";

interface LabelFilterProps<Key extends string> {
  key: "tier" | "group" | "risk" | "trait" | "interest";
  label: string;
  labels: readonly { key: Key; name: string }[];
  /** The label key in the address. */
  chosen: Key | null;
  onChoose: (key: Key | null) => void;
  /** "Group is At risk". */
  inWords: (name: string) => string;
  /** Behind "Add filter" until it is chosen. */
  isTuckedAway?: boolean;
}

type Filters = IndexFiltersProps["filters"];
type AppliedFilters = NonNullable<IndexFiltersProps["appliedFilters"]>;

/** One choice among labels, as the filter and, once chosen, the pill that Polaris wants. */
export function labelFilter<Key extends string>({
  key,
  label,
  labels,
  chosen,
  onChoose,
  inWords,
  isTuckedAway = false,
}: LabelFilterProps<Key>): {
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
      onChange={([value]) => onChoose(labels.find((label) => label.key === value)?.key ?? null)}
    />
  );
  return {
    filters: [{ key, label, pinned: !isTuckedAway, shortcut: true, filter }],
    applied: known ? [{ key, label: inWords(known.name), onRemove: () => onChoose(null) }] : [],
  };
}
