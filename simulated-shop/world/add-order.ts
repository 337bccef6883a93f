import type { Customer } from "./customer.ts";
import type { FinancialStatus, LineItem, Order, Refund } from "./order.ts";
import type { RareOrderFacts } from "./rare-order-facts.ts";
import { normalizeTags, sortTags } from "./tags.ts";
import type { World } from "./world.ts";

export type NewOrder = {
  /** Taken from the sequence when left out. */
  id?: number;
  /** "#1001"; the next number when left out. */
  name?: string;
  customer: Customer | null;
  email: string;
  createdAtMs: number;
  /** createdAtMs, or the last refund or cancellation, when left out. */
  updatedAtMs?: number;
  cancelledAtMs?: number | null;
  financialStatus: FinancialStatus;
  subtotalMinor: number;
  shippingMinor: number;
  taxMinor?: number;
  discountMinor: number;
  totalMinor: number;
  refunds?: readonly Refund[];
  lineItems: readonly LineItem[];
  discountCodes?: readonly string[];
  tags?: readonly string[];
  note?: string | null;
  test?: boolean;
  countryCode: string;
  sourceName: string;
  /** createdAtMs when left out. */
  processedAtMs?: number;
  rare?: RareOrderFacts | null;
};

const NONE: readonly never[] = [];

/** Puts an order that exists already into the world, silently: for loading. A purchase now is place-order.ts. */
export function addOrder(world: World, given: NewOrder): Order {
  const id = given.id ?? world.ids.take("Order");
  if (world.orders.has(id)) throw new RangeError(`There is an order ${id} already.`);
  world.ids.keepAbove("Order", id);
  const cancelledAtMs = given.cancelledAtMs ?? null;
  const order: Order = {
    gidType: "Order",
    id,
    name: given.name ?? `#${world.nextOrderNumber}`,
    customer: given.customer,
    email: given.email,
    createdAtMs: given.createdAtMs,
    processedAtMs: given.processedAtMs ?? given.createdAtMs,
    updatedAtMs: given.updatedAtMs ?? lastChangeMsOf(given),
    cancelledAtMs,
    cancelReason: cancelledAtMs === null ? null : "customer",
    test: given.test ?? false,
    financialStatus: given.financialStatus,
    subtotalMinor: given.subtotalMinor,
    shippingMinor: given.shippingMinor,
    taxMinor: given.taxMinor ?? 0,
    discountMinor: given.discountMinor,
    totalMinor: given.totalMinor,
    refunds: given.refunds ?? NONE,
    // One number more than lines: the order's first payment has it, see payment.ts.
    firstLineItemId: world.ids.take("LineItem", given.lineItems.length + 1),
    lineItems: given.lineItems,
    discountCodes: given.discountCodes ?? NONE,
    tags:
      given.tags === undefined || given.tags.length === 0
        ? NONE
        : sortTags(normalizeTags(given.tags)),
    note: given.note ?? null,
    countryCode: given.countryCode,
    sourceName: given.sourceName,
    metafields: [],
    rare: given.rare ?? null,
  };
  world.orders.set(id, order);
  order.customer?.orders.push(order);
  world.nextOrderNumber = Math.max(world.nextOrderNumber, orderNumberOf(order) + 1);
  world.revision += 1;
  return order;
}

/** The number in the order's name: "#1001" → 1001; 0 when it has none. */
export function orderNumberOf(order: Pick<Order, "name">): number {
  const digits = /\d+/.exec(order.name)?.[0];
  const number = digits === undefined ? 0 : Number(digits);
  return Number.isSafeInteger(number) ? number : 0;
}

function lastChangeMsOf(given: NewOrder): number {
  const refunds = given.refunds ?? NONE;
  return Math.max(
    given.createdAtMs,
    given.cancelledAtMs ?? 0,
    ...refunds.map((refund) => refund.createdAtMs),
  );
}
