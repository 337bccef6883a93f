import { BlockStack, Text } from "@shopify/polaris";
import { useId, type ReactNode } from "react";
import { useText } from "../../i18n/use-text.tsx";
import { ScrollTable, type TableColumn, type TableRow } from "../scroll-table.tsx";
import styles from "./charts.module.css";

interface ChartFigureProps {
  title: string;
  /** The one sentence that answers the chart's question. */
  answer: string;
  table: { caption: string; columns: TableColumn[]; rows: TableRow[] };
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
          <ScrollTable {...table} />
        </details>
      </BlockStack>
    </figure>
  );
}
