import type { ExportedOrder } from "../../order-export/exported-order.ts";
import { OrderExportError } from "../../order-export/order-export-error.ts";
import { readOrderExport } from "../../order-export/read-order-export.ts";
import { WrittenOffsets } from "../../order-export/written-offsets.ts";
import { loadCustomer } from "../world/add-customer.ts";
import { addOrder } from "../world/add-order.ts";
import { dateOf, endOfDateMs } from "../world/calendar.ts";
import type { Customer } from "../world/customer.ts";
import {
  FINANCIAL_STATUSES,
  type FinancialStatus,
  type LineItem,
  type Refund,
} from "../world/order.ts";
import { createWorld, type World, type WorldStart } from "../world/world.ts";
import { ProductCatalogue } from "./product-catalogue.ts";
import { safeIdOf, stableIdOf } from "./stable-id.ts";

type OrderFacts = Omit<ExportedOrder, "lineItems">;

/** An order read from the file, its lines already in the world's own compact form. */
type OrderDraft = { readonly order: OrderFacts; readonly lineItems: readonly LineItem[] };

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
export async function loadOrderHistory({
  file,
  timeZone: wantedTimeZone,
  asOf,
  shop,
}: OrderHistoryOptions): Promise<World> {
  const writtenOffsets = new WrittenOffsets();
  const catalogue = new ProductCatalogue();
  const drafts: OrderDraft[] = [];
  let lastOrderMs = Number.NEGATIVE_INFINITY;
  for await (const { lineItems, ...order } of readOrderExport(file, { writtenOffsets })) {
    drafts.push({ order, lineItems: lineItems.map((line) => catalogue.lineItemOf(line)) });
    lastOrderMs = Math.max(lastOrderMs, order.createdAtMs);
  }
  const [first] = drafts;
  if (first === undefined)
    throw new OrderExportError({ file }, "has a header but no orders; expected at least one");
  const timeZone = writtenOffsets.resolveTimeZone(file, wantedTimeZone);

  const nowMs = endOfDateMs(asOf ?? dateOf(lastOrderMs, timeZone), timeZone);
  const world = createWorld({ ...shop, currencyCode: first.order.currency, timeZone, nowMs });
  catalogue.moveInto(world);
  for (const draft of drafts) addDraft(world, draft);
  for (const customer of world.customers.values())
    customer.orders.sort((a, b) => a.processedAtMs - b.processedAtMs || a.id - b.id);
  return world;
}

function addDraft(world: World, { order, lineItems }: OrderDraft): void {
  addOrder(world, {
    id: orderIdOf(world, order),
    name: order.name,
    customer: order.customerEmail === "" ? null : customerOf(world, order),
    email: order.customerEmail,
    createdAtMs: order.createdAtMs,
    cancelledAtMs: order.cancelledAtMs,
    financialStatus: financialStatusOf(order),
    subtotalMinor: order.subtotalMinor,
    shippingMinor: order.shippingMinor,
    taxMinor: order.taxesMinor,
    discountMinor: order.discountMinor,
    totalMinor: order.totalMinor,
    refunds: refundsOf(world, order),
    lineItems,
    ...(order.discountCode !== "" && { discountCodes: [order.discountCode] }),
    tags: order.tags,
    countryCode: order.countryCode,
    sourceName: order.source,
  });
}

function orderIdOf(world: World, { id, name }: OrderFacts): number {
  const isTaken = (candidate: number) => world.orders.has(candidate);
  const own = safeIdOf(id);
  return own !== null && !isTaken(own) ? own : stableIdOf(`order ${name}`, isTaken);
}

function customerOf(
  world: World,
  { customerEmail, billingName, countryCode, acceptsMarketing, createdAtMs }: OrderFacts,
): Customer {
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
function refundsOf(
  world: World,
  { refundedMinor, createdAtMs, cancelledAtMs }: OrderFacts,
): Refund[] {
  if (refundedMinor === 0) return [];
  const createdAt = cancelledAtMs ?? createdAtMs;
  return [
    {
      gidType: "Refund",
      id: world.ids.take("Refund"),
      createdAtMs: createdAt,
      amountMinor: refundedMinor,
      note: null,
      lines: [],
    },
  ];
}

function financialStatusOf({ financialStatus }: OrderFacts): FinancialStatus {
  return FINANCIAL_STATUSES.find((status) => status === financialStatus.toLowerCase()) ?? "paid";
}
