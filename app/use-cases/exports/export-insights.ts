import type { App } from "../app.ts";
import { csvLine } from "../pages/csv-line.ts";
import { readJourneysPage } from "../pages/journeys-page.ts";
import { readNextPurchasesPage } from "../pages/next-purchases-page.ts";
import { readPlacesPage } from "../pages/places-page.ts";
import { readTimingPage } from "../pages/timing-page.ts";
import type { ExportQuery } from "./export-list.ts";
import { moneyColumn } from "./money-column.ts";

/** Where orders come from. Shares are 0–1, with the range in which they lie with 95 in 100. */
export async function* exportPlaces(
  app: App,
  shop: string,
  { of, by }: ExportQuery,
): AsyncGenerator<string> {
  const { shop: region, profile } = await readPlacesPage(app, shop, by, of);
  const money = moneyColumn(region.currencyCode);
  const shares = ["share", "share_low", "share_high", "index_against_all"];
  yield csvLine([by, "orders", "customers", "net_sales", ...shares]);
  for (const { name, orders, customers, netMinor, share, indexAgainstAll } of profile?.places ?? [])
    yield csvLine([
      ...[name, orders, customers, money(netMinor)],
      ...[share.share, share.low, share.high, indexAgainstAll],
    ]);
}

/** Orders by weekday (1 = Monday) and hour in shop time. */
export async function* exportHours(
  app: App,
  shop: string,
  { of }: ExportQuery,
): AsyncGenerator<string> {
  const { profile } = await readTimingPage(app, shop, of);
  yield csvLine(["weekday", "hour", "orders"]);
  for (const [place, orders] of (profile?.grid ?? []).entries())
    yield csvLine([1 + Math.floor(place / 24), place % 24, orders]);
}

/** Ways from the first purchase to the second, and on to the third. */
export async function* exportJourneys(app: App, shop: string): AsyncGenerator<string> {
  const { journeys } = await readJourneysPage(app, shop, "all");
  yield csvLine(["first", "second", "third", "customers", "share", "median_days"]);
  for (const { items, customers, share, medianDays } of [
    ...(journeys?.second ?? []),
    ...(journeys?.third ?? []),
  ]) {
    const [first, second, third] = items;
    yield csvLine([first, second, third, customers, share, medianDays]);
  }
}

/** What is bought after what. */
export async function* exportNextPurchases(
  app: App,
  shop: string,
  { next: kind }: ExportQuery,
): AsyncGenerator<string> {
  const { rows } = await readNextPurchasesPage(app, shop, kind, "all");
  const shares = ["share", "share_low", "share_high", "lift"];
  yield csvLine(["first", "next", "customers", "times", ...shares, "median_days"]);
  for (const { name, next } of rows ?? [])
    for (const { share, ...then } of next)
      yield csvLine([
        ...[name, then.name, then.customers, then.support],
        ...[share.share, share.low, share.high, then.lift, then.medianDays],
      ]);
}
