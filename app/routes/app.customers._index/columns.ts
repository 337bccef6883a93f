import type { IndexTableProps } from "@shopify/polaris";
import type { Text } from "../../i18n/text.ts";
import type { CustomerSort } from "../../use-cases/pages/customer-list.ts";

interface Columns {
  headings: IndexTableProps["headings"];
  /** What each column sorts by; null = it does not. */
  sorts: (CustomerSort | null)[];
  sortLabels: NonNullable<IndexTableProps["sortToggleLabels"]>;
}

/** The columns of the customer list, by position. */
export function columnsOf(windowDays: number, text: Text): Columns {
  const byAmount = {
    ascending: text("customers.sort.lowest"),
    descending: text("customers.sort.highest"),
  };
  const byDate = {
    ascending: text("customers.sort.oldest"),
    descending: text("customers.sort.newest"),
  };
  const bySoonness = {
    ascending: text("customers.sort.soonest"),
    descending: text("customers.sort.latest"),
  };
  return {
    headings: [
      { title: text("customers.column.customer") },
      { title: text("customers.column.tier") },
      { title: text("customers.column.group") },
      { title: text("customers.column.next-change") },
      { title: text("customers.column.spent", { days: windowDays }), alignment: "end" },
      { title: text("customers.column.orders", { days: windowDays }), alignment: "end" },
      { title: text("customers.column.last-order"), alignment: "end" },
      { title: text("customers.column.value"), alignment: "end" },
    ],
    sorts: [null, null, null, "next-change", "spent", "orders", "last-order", "value"],
    sortLabels: { 3: bySoonness, 4: byAmount, 5: byAmount, 6: byDate, 7: byAmount },
  };
}
