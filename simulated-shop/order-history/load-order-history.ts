import { loadOrderExport } from "../../order-export/load-order-export.ts";
import type { ExportedOrder } from "../../order-export/exported-order.ts";
import { loadCustomer } from "../world/add-customer.ts";
import { addOrder } from "../world/add-order.ts";
import { dateOf, endOfDateMs } from "../world/calendar.ts";
import type { Customer } from "../world/customer.ts";
import type { FinancialStatus, Refund } from "../world/order.ts";
import { createWorld, type World, type WorldStart } from "../world/world.ts";
import { ProductCatalogue } from "./product-catalogue.ts";
import { safeIdOf, stableIdOf } from "./stable-id.ts";

export type OrderHistoryOptions = {
  readonly file: string;
  /** IANA zone of the shop; may be left out when the file's timestamps are all +0000. */
  readonly timeZone?: string | undefined;
  /** "2011-12-10"; the date of the last order when left out. */
  readonly asOf?: string | undefined;
  readonly shop: Omit<WorldStart, "nowMs" | "timeZone" | "currencyCode">;
};

/**
 * A world from an order export: customers are its distinct e-mails, orders without one are guests'. Ids are the same
 * on every load. The whole file is read before anything is built: a bad line leaves nothing half-loaded.
 */
export async function loadOrderHistory({ file, timeZone, asOf, shop }: OrderHistoryOptions): Promise<World> {
  const history = await loadOrderExport(file, { timeZone });
  let lastOrderMs = Number.NEGATIVE_INFINITY;
  for (const order of history.orders) lastOrderMs = Math.max(lastOrderMs, order.createdAtMs);
  const world = createWorld({
    ...shop,
    currencyCode: history.currency,
    timeZone: history.timeZone,
    nowMs: endOfDateMs(asOf ?? dateOf(lastOrderMs, history.timeZone), history.timeZone),
  });
  const catalogue = new ProductCatalogue(world);
  for (const exported of history.orders) {
    addOrder(world, {
      id: orderIdOf(world, exported),
      name: exported.name,
      customer: exported.customerEmail === "" ? null : customerOf(world, exported),
      email: exported.customerEmail,
      createdAtMs: exported.createdAtMs,
      cancelledAtMs: exported.cancelledAtMs,
      financialStatus: financialStatusOf(exported),
      subtotalMinor: exported.subtotalMinor,
      shippingMinor: exported.shippingMinor,
      taxMinor: exported.taxesMinor,
      discountMinor: exported.discountMinor,
      totalMinor: exported.totalMinor,
      refunds: refundsOf(world, exported),
      lineItems: exported.lineItems.map((line) => catalogue.lineItemOf(line)),
      ...(exported.discountCode !== "" && { discountCodes: [exported.discountCode] }),
      tags: exported.tags,
      countryCode: exported.countryCode,
      sourceName: exported.source,
    });
  }
  for (const customer of world.customers.values()) customer.orders.sort((a, b) => a.processedAtMs - b.processedAtMs || a.id - b.id);
  return world;
}

function orderIdOf(world: World, { id, name }: ExportedOrder): number {
  const isTaken = (candidate: number) => world.orders.has(candidate);
  const own = safeIdOf(id);
  return own !== null && !isTaken(own) ? own : stableIdOf(`order ${name}`, isTaken);
}

function customerOf(world: World, { customerEmail, billingName, countryCode, acceptsMarketing, createdAtMs }: ExportedOrder): Customer {
  const known = world.customersByEmail.get(customerEmail);
  if (known !== undefined) return known;
  const [firstName = "", ...lastNames] = billingName.trim().split(/\s+/);
  return loadCustomer(world, {
    id: stableIdOf(`customer ${customerEmail}`, (id) => world.customers.has(id)),
    email: customerEmail,
    firstName,
    lastName: lastNames.join(" "),
    countryCode,
    acceptsMarketing,
    createdAtMs,
  });
}

/** The export states what was refunded, not when: it counts from the order's cancellation, or else its own moment. */
function refundsOf(world: World, { refundedMinor, createdAtMs, cancelledAtMs }: ExportedOrder): Refund[] {
  if (refundedMinor === 0) return [];
  const createdAt = cancelledAtMs ?? createdAtMs;
  return [{ gidType: "Refund", id: world.ids.take("Refund"), createdAtMs: createdAt, amountMinor: refundedMinor, note: null, lines: [] }];
}

const FINANCIAL_STATUSES: readonly FinancialStatus[] = [
  "authorized",
  "expired",
  "paid",
  "partially_paid",
  "partially_refunded",
  "pending",
  "refunded",
  "voided",
];

function financialStatusOf({ financialStatus }: ExportedOrder): FinancialStatus {
  return FINANCIAL_STATUSES.find((status) => status === financialStatus.toLowerCase()) ?? "paid";
}
