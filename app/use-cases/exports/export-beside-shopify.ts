import type { App } from "../app.ts";
import { readBesideShopifyPage } from "../pages/beside-shopify-page.ts";
import { csvLine } from "../pages/csv-line.ts";

/** How many customers are in which of our groups and which of Shopify's. */
export async function* exportBesideShopify(app: App, shop: string): AsyncGenerator<string> {
  const { cells, ours, theirs } = await readBesideShopifyPage(app, shop);
  const nameIn = (groups: typeof ours, key: string) =>
    groups.find((group) => group.key === key)?.name ?? key;
  yield csvLine(["group", "shopify_group", "customers"]);
  for (const cell of cells)
    yield csvLine([nameIn(ours, cell.ours), nameIn(theirs, cell.theirs), cell.customers]);
}
