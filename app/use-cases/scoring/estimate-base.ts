import { readCalibrationHead } from "../../persistence/calibrations.ts";
import { saveEstimate } from "../../persistence/estimates.ts";
import { readOrderImport } from "../../persistence/order-imports.ts";
import type { LabelTotal } from "../../persistence/standings.ts";
import type { Shop } from "../../persistence/shops.ts";
import {
  calendarDayOf,
  createCalendar,
  evenHistory,
  FrameBuilder,
  scoreBase,
  type Frame,
} from "../../scoring/index.ts";
import type { AdminClient } from "../../shopify/admin-client.ts";
import { listCustomerTotals, type CustomerTotals } from "../../shopify/list-customer-totals.ts";
import type { App } from "../app.ts";
import { findOpenShop } from "../find-open-shop.ts";
import { readLiveProgram } from "./live-program.ts";

/** Enough to see a shape, and read in a few seconds. */
const mostCustomers = 2_000;
/** A last order Shopify does not show is older than the sixty days it shows. */
const unseenOrderAgeMs = 61 * 86_400_000;

/**
 * A first look at a base, from each customer's totals and by the live program's rules, for as long as the orders are
 * not read, or may not be read. It is counts by label and nothing else: no customer has a standing, a decision or a
 * publication by it.
 */
export async function estimateBase(app: App, shop: string): Promise<void> {
  const record = await findOpenShop(app, shop);
  if (record === null || (await isHistoryKnown(app, shop))) return;
  const now = await app.now();
  const { customers, isWhole } = await readSample(await app.adminOf(shop));
  const { definition: program, tiers, groups } = await readLiveProgram(app, record);
  const asOfDay = calendarDayOf(now, record.timeZone);
  const { metrics, calibration, scores } = scoreBase(
    frameOfTotals(customers, record, now.getTime()),
    asOfDay,
    program,
  );
  const sales = metrics.windowSpendMinor;
  await saveEstimate(app.db, shop, {
    madeAt: new Date(),
    customersRead: customers.length,
    isWhole,
    rankedCustomers: calibration.rankedCustomers,
    tiers: totalBy(scores.tier, sales, tiers),
    groups: totalBy(scores.group, sales, groups),
  });
}

async function isHistoryKnown(app: App, shop: string): Promise<boolean> {
  if ((await readCalibrationHead(app.db, shop)) === null) return false;
  return (await readOrderImport(app.db, shop))?.seesAllOrders !== false;
}

async function readSample(
  admin: AdminClient,
): Promise<{ customers: CustomerTotals[]; isWhole: boolean }> {
  const customers: CustomerTotals[] = [];
  let cursor: string | null = null;
  do {
    const page = await listCustomerTotals(admin, cursor);
    customers.push(...page.customers);
    cursor = page.nextCursor;
  } while (cursor !== null && customers.length < mostCustomers);
  return { customers, isWhole: cursor === null };
}

function frameOfTotals(
  customers: readonly CustomerTotals[],
  { timeZone }: Shop,
  nowMs: number,
): Frame {
  const dayOf = createCalendar(timeZone);
  const builder = new FrameBuilder();
  for (const [row, { orders, spentMinorUnits, createdAt, lastOrderAt }] of customers.entries()) {
    const history = evenHistory({
      orders,
      spentMinor: Number(spentMinorUnits),
      createdAtMs: createdAt.getTime(),
      lastOrderAtMs: lastOrderAt?.getTime() ?? nowMs - unseenOrderAgeMs,
    });
    for (const { atMs, netMinor } of history) builder.add(row, dayOf(atMs), atMs, netMinor);
  }
  return builder.build(customers.length);
}

/** Customers and window sales by label; −1 in the column is a customer without any. */
function totalBy(
  column: Int16Array,
  windowSpendMinor: Float64Array,
  labels: readonly { key: string }[],
): LabelTotal[] {
  const totals = labels.map(({ key }) => ({ key, customers: 0, windowNetMinorUnits: 0 }));
  for (const [row, label] of column.entries()) {
    const total = totals[label];
    if (total === undefined) continue;
    total.customers += 1;
    total.windowNetMinorUnits += windowSpendMinor[row] ?? 0;
  }
  return totals;
}
