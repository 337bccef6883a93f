import type { App } from "../app.ts";
import { csvLine } from "../pages/csv-line.ts";
import { readGroupsPage } from "../pages/groups-page.ts";
import { moneyColumn } from "./money-column.ts";

/** Every group with its size and what its customers spend; `growth` is of 30 days. */
export async function* exportGroups(app: App, shop: string): AsyncGenerator<string> {
  const page = await readGroupsPage(app, shop);
  const money = moneyColumn(page.shop.currencyCode);
  yield csvLine(["group", "kind", "customers", "window_spend", "growth", "tag", "has_segment"]);
  for (const { name, kind, customers, windowNetMinorUnits, growth, published } of page.rows)
    yield csvLine([
      ...[name, kind, customers, money(windowNetMinorUnits), growth],
      ...[published?.tag, published?.hasSegment === true ? "yes" : "no"],
    ]);
}
