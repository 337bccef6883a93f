import type { App } from "../../app/use-cases/app.ts";
import type { Customer } from "../../simulated-shop/world/customer.ts";
import { totalRefundedMinorOf, type Order } from "../../simulated-shop/world/order.ts";
import { currentTotalMinorOf } from "../../simulated-shop/world/order-amounts.ts";
import { currentQuantityOf } from "../../simulated-shop/world/order-quantities.ts";
import type { World } from "../../simulated-shop/world/world.ts";

/** One thing that is otherwise in the app than in the shop, each side as text. */
export interface Difference {
  /** Whom it is about, as far as the shop knows; null for a guest's order or one that is gone. */
  customerId: number | null;
  what: string;
  inShop: string;
  inApp: string;
}

/** Compares the ledger and every customer's figures with what the shop itself holds, read directly. */
export async function findDifferences(app: App, shop: string, world: World): Promise<Difference[]> {
  return [
    ...(await compareOrders(app, shop, world)),
    ...(await compareCustomers(app, shop, world)),
  ];
}

async function compareOrders({ db }: App, shop: string, world: World): Promise<Difference[]> {
  const held = new Map<number, string>();
  const linesOf = new Map<number, string[]>();
  for (const line of await db.orderLine.findMany({ where: { shop }, orderBy: { lineId: "asc" } })) {
    const orderId = Number(line.orderId);
    const texts = linesOf.get(orderId) ?? [];
    texts.push(`${line.quantity}-${line.returnedQuantity}`);
    linesOf.set(orderId, texts);
  }
  for (const order of await db.order.findMany({ where: { shop } })) {
    const orderId = Number(order.orderId);
    held.set(
      orderId,
      textOf({
        customer: order.customerId === null ? null : Number(order.customerId),
        total: Number(order.totalMinorUnits),
        refunded: Number(order.refundedMinorUnits),
        removed: Number(order.removedMinorUnits),
        cancelled: order.cancelledAt !== null,
        test: order.test,
        processedAt: order.processedAt.getTime(),
        lines: linesOf.get(orderId)?.join() ?? "",
      }),
    );
  }
  const differences: Difference[] = [];
  for (const order of world.orders.values()) {
    const inShop = textOf(factsOf(order));
    const inApp = held.get(order.id) ?? "missing";
    held.delete(order.id);
    const customerId = order.customer?.id ?? null;
    if (inApp !== inShop)
      differences.push({ customerId, what: `order ${order.id}`, inShop, inApp });
  }
  for (const [orderId, inApp] of held)
    differences.push({ customerId: null, what: `order ${orderId}`, inShop: "missing", inApp });
  return differences;
}

async function compareCustomers({ db }: App, shop: string, world: World): Promise<Difference[]> {
  const held = new Map<number, string>();
  for (const standing of await db.standing.findMany({ where: { shop } })) {
    const orders = standing.countedOrders;
    const net = Number(standing.netMinorUnits);
    // Whoever has lost their orders keeps a row that says so.
    if (orders > 0 || standing.tier !== null)
      held.set(
        Number(standing.customerId),
        textOf({ orders, net, lastOrderAt: standing.lastOrderAt?.getTime() ?? null }),
      );
  }
  const differences: Difference[] = [];
  for (const customer of world.customers.values()) {
    const inShop = figuresOf(customer);
    const inApp = held.get(customer.id) ?? "no figures";
    held.delete(customer.id);
    if (inApp !== inShop)
      differences.push({ customerId: customer.id, what: "figures", inShop, inApp });
  }
  for (const [customerId, inApp] of held)
    differences.push({ customerId, what: "figures", inShop: "no such customer", inApp });
  return differences;
}

function factsOf(order: Order) {
  return {
    customer: order.customer?.id ?? null,
    total: order.totalMinor,
    refunded: totalRefundedMinorOf(order),
    removed: removedOf(order),
    cancelled: order.cancelledAtMs !== null,
    test: order.test,
    processedAt: order.processedAtMs,
    lines: order.lineItems
      .map((line, index) => `${line.quantity}-${line.quantity - currentQuantityOf(order, index)}`)
      .join(),
  };
}

/** What the default money rules make of a customer's orders. */
function figuresOf({ orders }: Customer): string {
  const counted = orders.filter(
    (order) => order.cancelledAtMs === null && !order.test && netOf(order) > 0,
  );
  if (counted.length === 0) return "no figures";
  return textOf({
    orders: counted.length,
    net: counted.reduce((sum, order) => sum + netOf(order), 0),
    lastOrderAt: Math.max(...counted.map((order) => order.processedAtMs)),
  });
}

function netOf(order: Order): number {
  return order.totalMinor - totalRefundedMinorOf(order) - removedOf(order);
}

/** What edits took off without giving it back. */
function removedOf(order: Order): number {
  if (order.rare?.isEdited !== true || order.cancelledAtMs !== null) return 0;
  return Math.max(0, order.totalMinor - totalRefundedMinorOf(order) - currentTotalMinorOf(order));
}

function textOf(facts: Record<string, unknown>): string {
  return JSON.stringify(facts);
}
