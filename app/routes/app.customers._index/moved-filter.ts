import type { IndexFiltersProps } from "@shopify/polaris";
import { moveInWords } from "../../components/move-words.ts";
import type { Formats } from "../../i18n/format.ts";
import type { Text } from "../../i18n/text.ts";
import type { CustomerList } from "../../use-cases/pages/customer-list.ts";
import type { ListView } from "./use-list-view.ts";

const KEY = "moved";

/** Who went from one label to another, as a pill that can be taken off: it is chosen on the Movement page. */
export function movedFilter(
  { chosen: { moved }, show }: ListView,
  { tiers, groups }: Pick<CustomerList, "tiers" | "groups">,
  text: Text,
  formats: Pick<Formats, "calendarDate">,
): {
  filters: IndexFiltersProps["filters"];
  applied: NonNullable<IndexFiltersProps["appliedFilters"]>;
} {
  if (moved === null) return { filters: [], applied: [] };
  const labels: readonly { key: string; name: string }[] = moved.family === "tier" ? tiers : groups;
  const nameOf = (key: string | null) =>
    key === null ? null : (labels.find((label) => label.key === key)?.name ?? key);
  const said = text("customers.filter.moved.applied", {
    move: moveInWords({ from: nameOf(moved.fromKey), to: nameOf(moved.toKey) }, text),
    from:
      moved.from === null ? text("customers.filter.moved.first") : formats.calendarDate(moved.from),
    until: formats.calendarDate(moved.until),
  });
  return {
    filters: [{ key: KEY, label: text("customers.filter.moved"), filter: said, pinned: true }],
    applied: [{ key: KEY, label: said, onRemove: () => show({ moved: null }) }],
  };
}
