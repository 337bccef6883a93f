import { BlockStack, Text } from "@shopify/polaris";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { ScrollTable } from "../scroll-table.tsx";
import { ChartFigure } from "./chart-figure.tsx";
import styles from "./label-lines.module.css";

/** More lines than this cannot be told apart: then there is only the table. */
const MOST_LINES = 4;
/** That table is read from top to bottom, so it has fewer days than lines have. */
const MOST_ROWS = 9;

/** Told apart by their dashes as well as by their shade, highest first. */
const STROKES = [
  { stroke: "var(--echelon-blue-10)", strokeDasharray: "none" },
  { stroke: "var(--echelon-blue-8)", strokeDasharray: "9 4" },
  { stroke: "var(--echelon-blue-8)", strokeDasharray: "2 3" },
  { stroke: "var(--echelon-blue-10)", strokeDasharray: "9 3 2 3" },
] as const;

const HEIGHT = 100;

interface LabelLinesProps {
  title: string;
  answer: string;
  /** YYYY-MM-DD, at least two. */
  days: string[];
  /** Highest first; customers at the end of each day. */
  lines: { key: string; name: string; customers: number[] }[];
}

/** How many customers had each label over time. */
export function LabelLines({ title, answer, days, lines }: LabelLinesProps) {
  const text = useText();
  const formats = useFormats();
  const most = Math.max(1, ...lines.flatMap(({ customers }) => customers));
  const table = {
    caption: text("label-lines.caption"),
    columns: [
      { heading: text("label-lines.day") },
      ...lines.map(({ name }) => ({ heading: name, numeric: true })),
    ],
    rows: days.map((day, index) => ({
      key: day,
      cells: [
        formats.calendarDate(day),
        ...lines.map(({ customers }) => formats.integer(customers[index] ?? 0)),
      ],
    })),
  };
  if (lines.length > MOST_LINES) {
    const every = Math.ceil((days.length - 1) / (MOST_ROWS - 1));
    const rows = table.rows.filter((_, index) => (days.length - 1 - index) % every === 0);
    return (
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p">{answer}</Text>
        <ScrollTable {...table} rows={rows} />
      </BlockStack>
    );
  }

  return (
    <ChartFigure title={title} answer={answer} table={table}>
      <div className={styles.plot}>
        <div className={styles.scale}>
          <span>{formats.integer(most)}</span>
          <span>{formats.integer(0)}</span>
        </div>
        <svg
          className={styles.drawing}
          viewBox={`0 0 ${days.length - 1} ${HEIGHT}`}
          preserveAspectRatio="none"
        >
          {lines.map(({ key, customers }, index) => (
            <polyline
              key={key}
              className={styles.line}
              {...STROKES[index]}
              points={customers
                .map((count, day) => `${day},${round(HEIGHT * (1 - count / most))}`)
                .join(" ")}
            />
          ))}
        </svg>
        <div className={styles.days}>
          <span>{formats.calendarDate(days[0] ?? "")}</span>
          <span>{formats.calendarDate(days.at(-1) ?? "")}</span>
        </div>
      </div>
      <ul className={styles.legend}>
        {lines.map(({ key, name }, index) => (
          <li key={key}>
            <svg width="28" height="8">
              <line x1="0" x2="28" y1="4" y2="4" className={styles.line} {...STROKES[index]} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </ChartFigure>
  );
}

function round(place: number): number {
  return Math.round(place * 100) / 100;
}
