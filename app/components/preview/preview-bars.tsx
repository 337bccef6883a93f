import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { FamilyPreview } from "../../use-cases/previewing/preview-words.ts";
import { barParts } from "../charts/bar-parts.ts";
import { ChartFigure } from "../charts/chart-figure.tsx";
import { tierShade } from "../charts/tier-shades.ts";
import styles from "./preview-bars.module.css";

type Share = FamilyPreview["before"][number];

/** How many customers each tier has now and would have: two bars, the numbers one click away. */
export function PreviewBars({ before, after }: Pick<FamilyPreview, "before" | "after">) {
  const text = useText();
  const formats = useFormats();
  const keys = [...after, ...before.filter(({ key }) => !after.some((each) => each.key === key))];
  const sales = { before: totalOf(before), after: totalOf(after) };

  return (
    <ChartFigure
      title={text("preview.bars.title")}
      answer={text("preview.bars.answer")}
      table={{
        caption: text("preview.bars.caption"),
        columns: [
          { heading: text("preview.bars.tier") },
          { heading: text("preview.bars.now"), numeric: true },
          { heading: text("preview.bars.after"), numeric: true },
          { heading: text("preview.bars.sales-now"), numeric: true },
          { heading: text("preview.bars.sales-after"), numeric: true },
        ],
        rows: keys.map(({ key, name }) => ({
          key,
          cells: [
            name,
            counted(before, key),
            counted(after, key),
            shareOf(before, key, sales.before),
            shareOf(after, key, sales.after),
          ],
        })),
      }}
    >
      <div className={styles.bars}>
        <Bar label={text("preview.bars.now")} tiers={before} />
        <Bar label={text("preview.bars.after")} tiers={after} />
      </div>
    </ChartFigure>
  );

  function counted(shares: Share[], key: string): string {
    const share = shares.find((each) => each.key === key);
    return share === undefined ? "–" : formats.integer(share.customers);
  }

  function shareOf(shares: Share[], key: string, total: number): string {
    const share = shares.find((each) => each.key === key);
    if (share === undefined || total <= 0) return "–";
    return formats.percent(share.windowNetMinorUnits / total);
  }
}

function Bar({ label, tiers }: { label: string; tiers: Share[] }) {
  const formats = useFormats();
  const parts = barParts(tiers.map(({ customers }) => customers));
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <div className={styles.bar}>
        {parts.map(({ widthPercent, fitsLabel }, index) => {
          const { background, text } = tierShade(index, parts.length);
          return widthPercent === 0 ? null : (
            <span
              key={index}
              className={styles.part}
              style={{ width: `${String(widthPercent)}%`, background, color: text }}
            >
              {fitsLabel ? formats.integer(tiers[index]?.customers ?? 0) : null}
            </span>
          );
        })}
      </div>
    </div>
  );
}

function totalOf(shares: Share[]): number {
  return shares.reduce((sum, { windowNetMinorUnits }) => sum + windowNetMinorUnits, 0);
}
