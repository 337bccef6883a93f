import type { App } from "../app.ts";
import { csvLine } from "../pages/csv-line.ts";
import { rankAll, type InterestRankings } from "../pages/interest-page.ts";
import { requireShop } from "../require-shop.ts";
import type { ExportQuery } from "./export-list.ts";
import { moneyColumn } from "./money-column.ts";

/** A ranking goes down to where nothing more can be learnt from it. */
const mostRows = 10_000;

/** What was looked at or put into the cart, by how many customers and how often. */
export async function* exportLookedAt(
  app: App,
  shop: string,
  query: ExportQuery,
): AsyncGenerator<string> {
  const { products } = await rankingsOf(app, shop, query);
  yield csvLine(["product_id", "product", "customers", "times"]);
  for (const { subject, name, customers, times } of products)
    yield csvLine([subject, name, customers, times]);
}

/** What was left at checkouts, and what it was worth. */
export async function* exportAbandoned(
  app: App,
  shop: string,
  query: ExportQuery,
): AsyncGenerator<string> {
  const { currencyCode } = await requireShop(app, shop);
  const money = moneyColumn(currencyCode);
  const { abandoned } = await rankingsOf(app, shop, query);
  yield csvLine(["product_id", "product", "checkouts", "quantity", "worth"]);
  for (const { subject, name, checkouts, quantity, minorUnits } of abandoned)
    yield csvLine([subject, name, checkouts, quantity, money(minorUnits)]);
}

export async function* exportSearches(
  app: App,
  shop: string,
  query: ExportQuery,
): AsyncGenerator<string> {
  const { searches } = await rankingsOf(app, shop, query);
  yield csvLine(["searched_for", "customers", "times"]);
  for (const { subject, customers, times } of searches) yield csvLine([subject, customers, times]);
}

async function rankingsOf(app: App, shop: string, { of }: ExportQuery): Promise<InterestRankings> {
  return rankAll(app, await requireShop(app, shop), of, mostRows);
}
