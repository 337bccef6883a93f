import { Link } from "@shopify/polaris";
import { CustomerCell } from "../../components/customer-cell.tsx";
import { NextChangeText } from "../../components/next-change-text.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { KeepDistance } from "../../use-cases/pages/order-distances.ts";
import type { Week } from "./weeks.ts";

interface DueTableProps {
  week: Week;
  windowDays: number;
  names: Record<string, string>;
}

/** One week: who, on which day, from what to what, and how much they spent. */
export function DueTable({ week: { from, until, rows }, windowDays, names }: DueTableProps) {
  const text = useText();
  const formats = useFormats();
  return (
    <ScrollTable
      caption={text("soon.week", {
        from: formats.calendarDate(from),
        until: formats.calendarDate(until),
      })}
      captionHidden
      columns={[
        { heading: text("customers.column.customer") },
        { heading: text("soon.column.day"), numeric: true },
        { heading: text("soon.column.change") },
        { heading: text("soon.column.keep") },
        { heading: text("soon.column.spent", { days: windowDays }), numeric: true },
      ]}
      rows={rows.map(({ customerId, change, windowNetMinorUnits, toKeep }) => ({
        key: customerId,
        cells: [
          <Link key="customer" url={`/app/customers/${customerId}`} removeUnderline>
            <CustomerCell customerId={customerId} name={names[customerId]} />
          </Link>,
          formats.calendarDate(change.on),
          <NextChangeText key="change" change={change} />,
          toKeep === null || toKeep.lostOn !== change.on ? "–" : keepInShort(toKeep),
          formats.money(windowNetMinorUnits),
        ],
      }))}
    />
  );

  function keepInShort({ distance, orderOn }: KeepDistance): string {
    const date = formats.calendarDate(orderOn);
    switch (distance.kind) {
      case "amount":
        return text("soon.keep.amount", { amount: formats.money(distance.minor), date });
      case "any-order":
        return text("soon.keep.any-order", { date });
      case "not-by-one-order":
        return text("soon.keep.not-by-one-order");
    }
  }
}
