import { BlockStack, Text } from "@shopify/polaris";
import { useId, type ReactNode } from "react";
import { useText } from "../../i18n/use-text.tsx";
import styles from "./charts.module.css";

export interface ChartTable {
  caption: string;
  columns: { heading: string; numeric?: boolean }[];
  /** Formatted cells; the first of each row is its header. */
  rows: string[][];
}

interface ChartFigureProps {
  title: string;
  /** The one sentence that answers the chart's question. */
  answer: string;
  table: ChartTable;
  children: ReactNode;
}

/** The frame every drawing stands in: title, answer, the drawing (hidden from screen readers), its numbers as a table. */
export function ChartFigure({ title, answer, table, children }: ChartFigureProps) {
  const text = useText();
  const titleId = useId();
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <BlockStack gap="300">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd" id={titleId}>
            {title}
          </Text>
          <Text as="p">{answer}</Text>
        </BlockStack>
        <div aria-hidden="true">{children}</div>
        <details className={styles.details}>
          <summary>{text("chart.show-as-table")}</summary>
          <DataTwin table={table} />
        </details>
      </BlockStack>
    </figure>
  );
}

function DataTwin({ table }: { table: ChartTable }) {
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={table.caption}>
      <table className={styles.table}>
        <caption>{table.caption}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column.heading} scope="col" className={column.numeric ? styles.numeric : undefined}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([header, ...cells]) => (
            <tr key={header}>
              <th scope="row">{header}</th>
              {cells.map((cell, index) => (
                <td key={index} className={table.columns[index + 1]?.numeric ? styles.numeric : undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
