import { ScrollTable } from "../../components/scroll-table.tsx";
import { useFormats, useText } from "../../i18n/use-text.tsx";
import type { BesideShopifyPage } from "../../use-cases/pages/beside-shopify-page.ts";

/** Customers by our group (rows) and Shopify's (columns). */
export function CrossTable({ page }: { page: BesideShopifyPage }) {
  const text = useText();
  const formats = useFormats();
  const countOf = (ours: string, theirs: string) =>
    page.cells.find((cell) => cell.ours === ours && cell.theirs === theirs)?.customers ?? 0;
  return (
    <ScrollTable
      caption={text("groups.shopify.caption")}
      columns={[
        { heading: text("groups.shopify.corner") },
        ...page.theirs.map(({ name }) => ({ heading: name, numeric: true })),
      ]}
      rows={page.ours.map((ours) => ({
        key: ours.key,
        cells: [
          ours.name,
          ...page.theirs.map(({ key }) => {
            const customers = countOf(ours.key, key);
            return customers === 0 ? text("groups.map.nobody") : formats.integer(customers);
          }),
        ],
      }))}
    />
  );
}
