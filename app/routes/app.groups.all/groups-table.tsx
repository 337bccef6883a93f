import { Badge, Link } from "@shopify/polaris";
import { kindInWords } from "../../components/groups/kind-words.ts";
import { FEWEST_FOR_SHARES } from "../../components/page-states/too-few.tsx";
import { ScrollTable } from "../../components/scroll-table.tsx";
import type { Formats } from "../../i18n/format.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { Text } from "../../i18n/text.ts";
import type { GroupRow, GroupsPage } from "../../use-cases/pages/groups-page.ts";

/** Every group with its kind, its size and where it can be used. */
export function GroupsTable({ page }: { page: GroupsPage }) {
  const text = useText();
  const formats = useFormats();
  const showShares = page.rankedCustomers >= FEWEST_FOR_SHARES && page.windowNetMinorUnits > 0;
  return (
    <ScrollTable
      caption={text("groups.tab.all")}
      captionHidden
      columns={[
        { heading: text("groups.all.column.name") },
        { heading: text("groups.all.column.kind") },
        { heading: text("groups.all.column.customers"), numeric: true },
        ...(showShares ? [{ heading: text("groups.all.column.sales"), numeric: true }] : []),
        { heading: text("groups.all.column.change"), numeric: true },
        { heading: text("groups.all.column.published") },
      ]}
      rows={page.rows.map((row) => ({
        key: `${row.kind} ${row.key}`,
        cells: [
          <Link key="name" url={addressOf(row)} removeUnderline>
            {row.name}
          </Link>,
          <Badge key="kind">{kindInWords(row.kind, text)}</Badge>,
          formats.integer(row.customers),
          ...(showShares
            ? [formats.percent(row.windowNetMinorUnits / page.windowNetMinorUnits)]
            : []),
          growthInWords(row.growth, text, formats),
          publishedInWords(row, text),
        ],
      }))}
    />
  );
}

function addressOf(row: GroupRow): string {
  return row.kind === "label"
    ? `/app/customers?group=${encodeURIComponent(row.key)}`
    : `/app/groups/${row.key}`;
}

function growthInWords(growth: number, text: Text, formats: Pick<Formats, "integer">): string {
  if (growth === 0) return text("groups.change.none");
  return growth > 0 ? `↑ ${formats.integer(growth)}` : `↓ ${formats.integer(-growth)}`;
}

function publishedInWords({ published }: GroupRow, text: Text): string {
  if (published === null) return text("groups.published.no");
  const tag = text("groups.published.tag", { tag: published.tag });
  return published.hasSegment ? `${tag}, ${text("groups.published.segment")}` : tag;
}
