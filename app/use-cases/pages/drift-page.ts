import {
  listDrifts,
  totalDrifts,
  type DriftRow,
  type DriftTotals,
} from "../../persistence/drifts.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { App } from "../app.ts";
import { mostDiffering } from "../publishing/drift/sample-size.ts";
import { requireShop } from "../require-shop.ts";
import { csvLine } from "./csv-line.ts";

export interface DriftCheck {
  /** Null before the first look. */
  checkedAt: string | null;
  /** Of so many customers of whom something is in Shopify. */
  base: number;
  compared: number;
  differing: number;
  /** 95 % sure: at most this share of all differs, 0–1. */
  mostDiffering: number;
  reportOnly: boolean;
  totals: DriftTotals;
}

export interface DriftLine {
  customerId: string;
  missing: string[];
  extra: string[];
  fieldsDiffer: boolean;
  noticedBy: "webhook" | "check";
  noticedAt: string;
  isLeft: boolean;
}

export interface DriftPage {
  shop: { currencyCode: string; timeZone: string };
  check: DriftCheck;
  lines: DriftLine[];
  isWhole: boolean;
}

const linesShown = 50;
const rowsPerRead = 1_000;

/** What others changed in Shopify. */
export async function readDriftPage(app: App, shop: string): Promise<DriftPage> {
  const record = await requireShop(app, shop);
  const rows = await listDrifts(app.db, shop, 0n, linesShown + 1);
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    check: await readDriftCheck(app, record),
    lines: rows.slice(0, linesShown).map(lineOf),
    isWhole: rows.length <= linesShown,
  };
}

export async function readDriftCheck(app: App, shop: Shop): Promise<DriftCheck> {
  const { driftCheckedAt, driftBase, driftSample, driftFound, reportDriftOnly } = shop;
  return {
    checkedAt: driftCheckedAt?.toISOString() ?? null,
    base: driftBase,
    compared: driftSample,
    differing: driftFound,
    mostDiffering: mostDiffering(driftFound, driftSample, driftBase),
    reportOnly: reportDriftOnly,
    totals: await totalDrifts(app.db, shop.shop),
  };
}

/** CSV of every customer who differs, read while it is sent. */
export async function* exportDrift(app: App, shop: string): AsyncGenerator<string> {
  await requireShop(app, shop);
  yield csvLine([
    ...["customer_id", "missing_tags", "extra_tags", "fields_differ"],
    ...["noticed_by", "noticed_at", "left"],
  ]);
  let after = 0n;
  for (;;) {
    const rows = await listDrifts(app.db, shop, after, rowsPerRead);
    for (const row of rows) {
      const { customerId, missing, extra, fieldsDiffer, ...line } = lineOf(row);
      const words = [missing.join("|"), extra.join("|"), fieldsDiffer ? "yes" : "no"];
      yield csvLine([
        customerId,
        ...words,
        line.noticedBy,
        line.noticedAt,
        line.isLeft ? "yes" : "no",
      ]);
      after = row.customerId;
    }
    if (rows.length < rowsPerRead) return;
  }
}

function lineOf(row: DriftRow): DriftLine {
  const { expectedTags, foundTags } = row;
  return {
    customerId: String(row.customerId),
    missing: expectedTags.filter((tag) => !foundTags.includes(tag)),
    extra: foundTags.filter((tag) => !expectedTags.includes(tag)),
    fieldsDiffer: row.fieldsDiffer,
    noticedBy: row.noticedBy === "webhook" ? "webhook" : "check",
    noticedAt: row.noticedAt.toISOString(),
    isLeft: row.leftAt !== null,
  };
}
