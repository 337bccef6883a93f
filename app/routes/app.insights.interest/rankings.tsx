import { useSearchParams } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { ExportButton } from "../../components/export-button.tsx";
import { MoneyText } from "../../components/money-text.tsx";
import { QuietLine } from "../../components/page-states/quiet-line.tsx";
import { ScrollTable, type TableColumn, type TableRow } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { ExportName } from "../../use-cases/exports/export-list.ts";
import type { InterestPage } from "../../use-cases/pages/interest-page.ts";

/** Products by who looked at them, products by what was left at checkouts, searches. */
export function Rankings({ page }: { page: InterestPage }) {
  const text = useText();
  const formats = useFormats();
  const product = { heading: text("interest.products.heading") };
  const customers = { heading: text("interest.customers"), numeric: true };
  const times = { heading: text("interest.times"), numeric: true };
  const days = page.withinDays;
  return (
    <>
      <Ranking
        list="looked-at"
        title={text("interest.products.title")}
        columns={[product, customers, times]}
        rows={page.products.map((row) => ({
          key: row.subject,
          cells: [nameOf(row), formats.integer(row.customers), formats.integer(row.times)],
        }))}
        none={text("interest.none", { days })}
      />
      <Ranking
        list="abandoned"
        title={text("interest.abandoned.title")}
        columns={[
          product,
          { heading: text("interest.checkouts"), numeric: true },
          { heading: text("interest.pieces"), numeric: true },
          { heading: text("interest.worth"), numeric: true },
        ]}
        rows={page.abandoned.map((row) => ({
          key: row.subject,
          cells: [
            nameOf(row),
            formats.integer(row.checkouts),
            formats.integer(row.quantity),
            <MoneyText key="worth" minorUnits={row.minorUnits} />,
          ],
        }))}
        none={text("interest.abandoned.none", { days })}
      />
      <Ranking
        list="searches"
        title={text("interest.searches.title")}
        columns={[{ heading: text("interest.searches.heading") }, customers, times]}
        rows={page.searches.map((row) => ({
          key: row.subject,
          cells: [row.subject, formats.integer(row.customers), formats.integer(row.times)],
        }))}
        none={text("interest.none", { days })}
      />
    </>
  );

  function nameOf({ name, subject }: { name: string | null; subject: string }): string {
    return name ?? text("interest.product", { id: subject });
  }
}

interface RankingProps {
  list: ExportName;
  title: string;
  columns: TableColumn[];
  rows: TableRow[];
  /** Said instead of an empty table. */
  none: string;
}

function Ranking({ list, title, columns, rows, none }: RankingProps) {
  const [search] = useSearchParams();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {rows.length === 0 ? (
          <QuietLine>{none}</QuietLine>
        ) : (
          <>
            <ScrollTable caption={title} captionHidden columns={columns} rows={rows} />
            <ExportButton list={list} search={search} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}
