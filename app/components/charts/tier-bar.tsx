import type { ComponentProps } from "react";
import type { LabelShare } from "../../use-cases/pages/page-words.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import { FEWEST_FOR_SHARES } from "../page-states/too-few.tsx";
import { barParts, type BarPart } from "./bar-parts.ts";
import { ChartFigure } from "./chart-figure.tsx";
import styles from "./charts.module.css";
import { tierShade } from "./tier-shades.ts";

interface TierBarProps {
  /** Highest tier first. */
  tiers: LabelShare[];
  windowDays: number;
}

/**
 * "Does the top tier bring the sales?" Two stacked bars, customers and sales, tiers in the same order. The sentence is
 * about the highest tier that has anybody: with four customers nobody may reach the top fifth.
 */
export function TierBar({ tiers, windowDays }: TierBarProps) {
  const text = useText();
  const formats = useFormats();
  const customerParts = barParts(tiers.map((tier) => tier.customers));
  const salesParts = barParts(tiers.map((tier) => tier.windowNetMinorUnits));
  const showShares = totalOf(tiers) >= FEWEST_FOR_SHARES;

  return (
    <ChartFigure title={text("tier-bar.title")} answer={answer()} table={table()}>
      <div className={styles.bars}>
        <StackedBar
          label={text("tier-bar.customers")}
          parts={customerParts}
          printed={(index, part) =>
            sharePrinted(part) ?? formats.integer(tiers[index]?.customers ?? 0)
          }
        />
        <StackedBar
          label={text("tier-bar.sales")}
          parts={salesParts}
          printed={(index, part) =>
            sharePrinted(part) ?? formats.moneyInShort(tiers[index]?.windowNetMinorUnits ?? 0)
          }
        />
        <ul className={styles.legend}>
          {tiers.map((tier) => (
            <li key={tier.key}>
              <span
                className={styles.swatch}
                style={{ background: tierShade(tier.rank, tiers.length).background }}
              />
              {tier.name}
            </li>
          ))}
        </ul>
      </div>
    </ChartFigure>
  );

  function sharePrinted(part: BarPart): string | null {
    return showShares ? formats.percent(part.share) : null;
  }

  function answer(): string {
    const top = tiers.find((tier) => tier.customers > 0);
    if (!top) return "";
    if (!showShares) {
      const sales = formats.moneyInShort(top.windowNetMinorUnits);
      return text("tier-bar.answer-counts", {
        tier: top.name,
        customers: top.customers,
        sales,
        days: windowDays,
      });
    }
    return text("tier-bar.answer", {
      tier: top.name,
      customers: formats.percent(customerParts[tiers.indexOf(top)]?.share ?? 0),
      sales: formats.percent(salesParts[tiers.indexOf(top)]?.share ?? 0),
      days: windowDays,
    });
  }

  function table(): ComponentProps<typeof ChartFigure>["table"] {
    const shareColumns = showShares
      ? {
          customers: [{ heading: text("tier-bar.table.customer-share"), numeric: true }],
          sales: [{ heading: text("tier-bar.table.sales-share"), numeric: true }],
        }
      : { customers: [], sales: [] };
    return {
      caption: text("tier-bar.table.caption"),
      columns: [
        { heading: text("tier-bar.table.tier") },
        { heading: text("tier-bar.table.customers"), numeric: true },
        ...shareColumns.customers,
        { heading: text("tier-bar.table.sales"), numeric: true },
        ...shareColumns.sales,
      ],
      rows: tiers.map((tier, index) => ({
        key: tier.key,
        cells: [
          tier.name,
          formats.integer(tier.customers),
          ...(showShares ? [formats.percent(customerParts[index]?.share ?? 0)] : []),
          formats.money(tier.windowNetMinorUnits),
          ...(showShares ? [formats.percent(salesParts[index]?.share ?? 0)] : []),
        ],
      })),
    };
  }
}

interface StackedBarProps {
  label: string;
  parts: BarPart[];
  printed: (index: number, part: BarPart) => string;
}

function StackedBar({ label, parts, printed }: StackedBarProps) {
  return (
    <div className={styles.barRow}>
      <span className={styles.barLabel}>{label}</span>
      <div className={styles.bar}>
        {parts.map((part, index) => {
          const shade = tierShade(index, parts.length);
          if (part.widthPercent === 0) return null;
          return (
            <span
              key={index}
              className={styles.barPart}
              style={{
                width: `${part.widthPercent}%`,
                background: shade.background,
                color: shade.text,
              }}
            >
              {part.fitsLabel ? (
                <span className={styles.printed}>{printed(index, part)}</span>
              ) : null}
            </span>
          );
        })}
      </div>
    </div>
  );
}

function totalOf(tiers: LabelShare[]): number {
  return tiers.reduce((sum, tier) => sum + tier.customers, 0);
}
