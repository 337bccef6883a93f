import { findCustomersByNumber, type ListFilter } from "../../persistence/customer-list.ts";
import { readFirstRun } from "../../persistence/movement.ts";
import type { Shop } from "../../persistence/shops.ts";
import { findCustomers } from "../../shopify/find-customers.ts";
import type { App } from "../app.ts";
import type { CustomerListQuery, CustomerView, MovedFilter } from "./customer-list.ts";
import { lastDayOfSoon, soonDays } from "./due-soon.ts";
import { windowOf } from "./movement-page.ts";

/** A search that finds more than this is too wide to be useful. */
const mostFound = 250;

/** Whom a view of the customers list is about. */
export async function filterOf(
  app: App,
  record: Shop,
  query: Omit<CustomerListQuery, "sort" | "direction" | "cursor">,
): Promise<ListFilter> {
  const { shop } = record;
  const text = query.search.trim().replace(/^#/, "");
  const { tier, group, risk, trait, interest } = query;
  const moved = query.moved === null ? null : await movedIn(app, record, query.moved);
  const labels = {
    tier,
    group,
    risk,
    trait,
    interest,
    moved,
    ...(await viewed(app, record, query.view)),
  };
  if (text === "") return { ...labels, customerIds: null };
  const customerIds = /^\d{1,18}$/.test(text)
    ? await findCustomersByNumber(app.db, shop, text, mostFound)
    : await findCustomers(await app.adminOf(shop), text);
  return { ...labels, customerIds };
}

async function movedIn(
  app: App,
  { shop, timeZone }: Shop,
  { family, fromKey, toKey, ...period }: MovedFilter,
): Promise<ListFilter["moved"]> {
  const first = await readFirstRun(app.db, shop, timeZone);
  return {
    window: windowOf(family, period, timeZone, first?.id ?? null),
    fromKey,
    toKey,
  };
}

async function viewed(app: App, record: Shop, view: CustomerView | null) {
  const nothing = { changesBy: null, heldByHandOn: null };
  if (view === null) return nothing;
  const lastDay = await lastDayOfSoon(app, record);
  return view === "soon"
    ? { ...nothing, changesBy: lastDay }
    : { ...nothing, heldByHandOn: lastDay - soonDays };
}
