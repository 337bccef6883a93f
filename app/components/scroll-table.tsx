import type { ReactNode } from "react";
import { ScrollRegion } from "./scroll-region.tsx";
import styles from "./scroll-table.module.css";

export interface TableColumn {
  heading: string;
  numeric?: boolean;
}

export interface TableRow {
  key: string;
  /** The first cell is the row's header. */
  cells: ReactNode[];
}

interface ScrollTableProps {
  /** What the table holds: its name for screen readers, and shown above it unless hidden. */
  caption: string;
  captionHidden?: boolean;
  columns: TableColumn[];
  rows: TableRow[];
}

/** A plain table that scrolls inside its card where it is too wide, also by keyboard. */
export function ScrollTable({ caption, captionHidden = false, columns, rows }: ScrollTableProps) {
  return (
    <ScrollRegion label={caption}>
      <table className={styles.table}>
        <caption className={captionHidden ? styles.hidden : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.heading}
                scope="col"
                className={column.numeric ? styles.numeric : undefined}
              >
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [header, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{header}</th>
              {cells.map((cell, index) => (
                <td
                  key={index}
                  className={columns[index + 1]?.numeric ? styles.numeric : undefined}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
