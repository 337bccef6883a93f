import type { App } from "../app.ts";
import type { LabelChoice } from "../pages/label-choice.ts";
import type { NextPurchaseKind } from "../pages/next-purchases-page.ts";
import type { PlaceDimension } from "../pages/places-page.ts";
import type { RunsQuery } from "../pages/runs-page.ts";
import { exportBesideShopify } from "./export-beside-shopify.ts";
import { exportGroups } from "./export-groups.ts";
import { exportAbandoned, exportLookedAt, exportSearches } from "./export-interest.ts";
import { exportRefused } from "./export-refused.ts";
import { exportRunMovers } from "./export-run-movers.ts";
import { exportRuns } from "./export-runs.ts";
import {
  exportHours,
  exportJourneys,
  exportNextPurchases,
  exportPlaces,
} from "./export-insights.ts";

/** What of a list is wanted; each list looks at what concerns it. */
export interface ExportQuery {
  /** Of a run. */
  id: string;
  /** Whose: a tier's, a group's or everybody's. */
  of: LabelChoice;
  by: PlaceDimension;
  next: NextPurchaseKind;
  runs: Omit<RunsQuery, "cursor">;
  /** The number of the staff member who asks. */
  reader: string;
}

type Export = (app: App, shop: string, query: ExportQuery) => AsyncGenerator<string>;

const exports = {
  groups: exportGroups,
  "beside-shopify": exportBesideShopify,
  runs: exportRuns,
  "run-movers": exportRunMovers,
  refused: exportRefused,
  "looked-at": exportLookedAt,
  abandoned: exportAbandoned,
  searches: exportSearches,
  places: exportPlaces,
  hours: exportHours,
  journeys: exportJourneys,
  "next-purchases": exportNextPurchases,
} as const satisfies Record<string, Export>;

export type ExportName = keyof typeof exports;

export const exportNames = Object.keys(exports) as ExportName[];

/** A list as CSV, line by line, with ids and amounts as they are and labels by their names. */
export function exportList(
  app: App,
  shop: string,
  name: ExportName,
  query: ExportQuery,
): AsyncGenerator<string> {
  return exports[name](app, shop, query);
}
