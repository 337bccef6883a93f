import { ScrollTable } from "../../components/scroll-table.tsx";
import { shareInWords } from "../../components/share-words.ts";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { NextPurchasesPage } from "../../use-cases/pages/next-purchases-page.ts";

interface NextPurchasesTableProps {
  rows: NonNullable<NextPurchasesPage["rows"]>;
}

/** A row per pair: what was bought, and what came next. */
export function NextPurchasesTable({ rows }: NextPurchasesTableProps) {
  const text = useText();
  const formats = useFormats();
  const named = (name: string) => (name === "" ? text("products.unnamed") : name);
  return (
    <ScrollTable
      caption={text("products.caption")}
      columns={[
        { heading: text("products.after") },
        { heading: text("products.next") },
        { heading: text("products.customers"), numeric: true },
        { heading: text("products.support"), numeric: true },
        { heading: text("products.share"), numeric: true },
        { heading: text("products.lift"), numeric: true },
        { heading: text("products.days"), numeric: true },
      ]}
      rows={rows.flatMap(({ key, name, customers, next }) =>
        next.map((pair) => ({
          key: `${key} ${pair.name}`,
          cells: [
            named(name),
            pair.isRepeat ? text("products.again", { name: named(pair.name) }) : named(pair.name),
            formats.integer(pair.customers),
            formats.integer(pair.support),
            ...(pair.isTooFew
              ? [text("products.too-few"), "–"]
              : [
                  shareInWords(pair.share, customers, text, formats),
                  text("products.lift.value", { lift: formats.decimal(pair.lift) }),
                ]),
            text("products.days.value", { days: Math.round(pair.medianDays) }),
          ],
        })),
      )}
    />
  );
}
