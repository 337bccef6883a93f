import type { IndexFiltersProps } from "@shopify/polaris";
import type { Text } from "../../i18n/text.ts";
import type { CustomerSort } from "../../use-cases/pages/customer-list.ts";

type SortChoices = NonNullable<IndexFiltersProps["sortOptions"]>;

/** Every order of the list, as the choices Polaris wants: "column asc" and "column desc". */
export function sortChoices(text: Text): SortChoices {
  const highestFirst = {
    descending: text("customers.sort.highest"),
    ascending: text("customers.sort.lowest"),
  };
  const newestFirst = {
    descending: text("customers.sort.newest"),
    ascending: text("customers.sort.oldest"),
  };
  const soonestFirst = {
    descending: text("customers.sort.latest"),
    ascending: text("customers.sort.soonest"),
  };
  return [
    ...bothWays("value", text("customers.sort.value"), highestFirst),
    ...bothWays("spent", text("customers.sort.spent"), highestFirst),
    ...bothWays("orders", text("customers.sort.orders"), highestFirst),
    ...bothWays("last-order", text("customers.sort.last-order"), newestFirst),
    ...bothWays("next-change", text("customers.sort.next-change"), soonestFirst),
  ];
}

function bothWays(
  sort: CustomerSort,
  label: string,
  words: { descending: string; ascending: string },
): SortChoices {
  return [
    { label, value: `${sort} desc`, directionLabel: words.descending },
    { label, value: `${sort} asc`, directionLabel: words.ascending },
  ];
}
