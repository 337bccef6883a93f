import {
  countStandings,
  listStandings,
  type ListedStanding,
} from "../../persistence/customer-list.ts";
import type { Family } from "../../persistence/movement.ts";
import { readForecasts, type StoredForecast } from "../../persistence/outlooks.ts";
import { readLastBaseRun } from "../../persistence/runs.ts";
import type { Shop } from "../../persistence/shops.ts";
import type { InterestTraitKey, RiskLevel, TraitKey } from "../../scoring/index.ts";
import { readCustomerNames } from "../../shopify/read-customer-names.ts";
import type { App } from "../app.ts";
import { describeNextChange, type NextChange } from "./describe-next-change.ts";
import { filterOf } from "./customer-filter.ts";
import { readListCursor, writeListCursor } from "./list-cursor.ts";
import { nameOfLabel, readLiveProgram, type LiveProgram } from "../scoring/live-program.ts";
import { requireShop } from "../require-shop.ts";
import type { Period } from "./movement-period.ts";
import type { TierDefinition } from "./page-words.ts";

export type CustomerSort = "value" | "spent" | "orders" | "last-order" | "next-change";

/** Whose labels change soon, or were set by hand. */
export type CustomerView = "soon" | "by-hand";

/** Whoever has another label at the end of one day than they had at the end of an earlier one. */
export interface MovedFilter extends Period {
  family: Family;
  /** Null = no label. */
  fromKey: string | null;
  toKey: string | null;
}

export interface CustomerListQuery {
  tier: string | null;
  group: string | null;
  risk: RiskLevel | null;
  trait: TraitKey | null;
  interest: InterestTraitKey | null;
  moved: MovedFilter | null;
  view: CustomerView | null;
  /** Free text: a customer number, or a name or e-mail that Shopify is asked for. */
  search: string;
  sort: CustomerSort;
  direction: "ascending" | "descending";
  /** Opaque cursor from a former answer, or null for the first page. */
  cursor: string | null;
}

export interface CustomerRow {
  customerId: string;
  tier: string | null;
  tierName: string | null;
  tierRank: number | null;
  group: string | null;
  groupName: string | null;
  stage: string | null;
  /** 0–100, four decimals. */
  value: number | null;
  windowNetMinorUnits: number;
  windowOrders: number;
  netMinorUnits: number;
  orders: number;
  lastOrderAt: string | null;
  /** If nothing is bought; null = never, at the stored cut-offs. */
  nextChange: NextChange | null;
  /** What somebody decided about the labels by hand. */
  heldBy: readonly HandHeld[];
}

export type HandHeld = "override" | "opt-out" | "undo" | "part";

export interface ExportedCustomer extends CustomerRow {
  /** Null before the first study. */
  forecast: StoredForecast | null;
}

export interface CustomerList {
  shop: { currencyCode: string; timeZone: string };
  rows: CustomerRow[];
  /** Customers that match the filters, and all we know. */
  matching: number;
  total: number;
  previousCursor: string | null;
  nextCursor: string | null;
  tiers: TierDefinition[];
  groups: { key: string; name: string }[];
  windowDays: number;
  /** True until the base was scored once. */
  notScoredYet: boolean;
}

const handHeld = ["override", "opt-out", "undo", "part"] as const;
const pageSize = 50;
const exportPartSize = 1_000;

/** Fifty rows, by keyset. An unreadable cursor gives the first page. */
export async function listCustomers(
  app: App,
  shop: string,
  query: CustomerListQuery,
): Promise<CustomerList> {
  const record = await requireShop(app, shop);
  const program = await readLiveProgram(app, record);
  const filter = await filterOf(app, record, query);
  const cursor = query.cursor === null ? null : readListCursor(query.cursor);
  // One more than shown tells whether there is another page.
  const found = await listStandings(app.db, shop, filter, orderOf(query), cursor, pageSize + 1);
  const backwards = cursor?.side === "before";
  const more = found.length > pageSize;
  const rows = more ? (backwards ? found.slice(1) : found.slice(0, pageSize)) : found;
  const everybody = {
    ...{ tier: null, group: null, risk: null, trait: null, interest: null, moved: null },
    ...{ changesBy: null, heldByHandOn: null, customerIds: null },
  };
  return {
    shop: { currencyCode: record.currencyCode, timeZone: record.timeZone },
    rows: rows.map((row) => describeRow(program, row)),
    matching: await countStandings(app.db, shop, filter),
    total: await countStandings(app.db, shop, everybody),
    previousCursor: (backwards ? more : cursor !== null) ? cursorAt(rows.at(0), "before") : null,
    nextCursor: (backwards ? true : more) ? cursorAt(rows.at(-1), "after") : null,
    tiers: program.tiers,
    groups: program.groups.map(({ key, name }) => ({ key, name })),
    windowDays: program.definition.windowDays,
    notScoredYet: (await readLastBaseRun(app.db, shop)) === null,
  };
}

/** Names from Shopify for the rows on screen, never stored; missing where access is not granted. */
export async function nameCustomers(
  app: App,
  shop: string,
  customerIds: string[],
): Promise<Record<string, string>> {
  await requireShop(app, shop);
  const ids = customerIds
    .filter((id) => /^\d{1,18}$/.test(id))
    .slice(0, pageSize)
    .map(BigInt);
  if (ids.length === 0) return {};
  const names = await readCustomerNames(await app.adminOf(shop), ids);
  return Object.fromEntries(
    [...names].flatMap(([id, name]) => (name === null ? [] : [[String(id), name]])),
  );
}

function describeRow(program: LiveProgram, row: ListedStanding): CustomerRow {
  const { tier, group } = row;
  return {
    customerId: String(row.customerId),
    tier,
    tierName: tier === null ? null : nameOfLabel(program, "tier", tier),
    tierRank: program.tiers.find((each) => each.key === tier)?.rank ?? null,
    group,
    groupName: group === null ? null : nameOfLabel(program, "group", group),
    stage: row.stage,
    value: row.valueE4 < 0 ? null : row.valueE4 / 10_000,
    windowNetMinorUnits: Number(row.windowNetMinorUnits),
    windowOrders: row.windowOrders,
    netMinorUnits: Number(row.netMinorUnits),
    orders: row.countedOrders,
    lastOrderAt: row.lastOrderAt?.toISOString() ?? null,
    nextChange:
      row.nextChangeDay === null
        ? null
        : describeNextChange(program, { ...row, nextChangeDay: row.nextChangeDay }),
    heldBy: handHeld.filter((kind) => row.heldBy.includes(kind)),
  };
}

function cursorAt(row: ListedStanding | undefined, side: "before" | "after"): string | null {
  return row === undefined ? null : writeListCursor({ place: row, side });
}

/** Every customer that matches, part after part, so that the export of a large shop needs no more memory. */
export async function* everyMatchingCustomer(
  app: App,
  record: Shop,
  query: CustomerListQuery,
): AsyncGenerator<ExportedCustomer> {
  const program = await readLiveProgram(app, record);
  const filter = await filterOf(app, record, query);
  const order = orderOf(query);
  let last: ListedStanding | undefined;
  do {
    const from = last === undefined ? null : { place: last, side: "after" as const };
    const rows = await listStandings(app.db, record.shop, filter, order, from, exportPartSize);
    const ids = rows.map(({ customerId }) => customerId);
    const forecasts = await readForecasts(app.db, record.shop, ids);
    for (const row of rows)
      yield { ...describeRow(program, row), forecast: forecasts.get(row.customerId) ?? null };
    last = rows.at(exportPartSize - 1);
  } while (last !== undefined);
}

function orderOf({ sort, direction }: CustomerListQuery) {
  return { sort, descending: direction === "descending" };
}
