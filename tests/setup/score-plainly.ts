import { totalRefundedMinorOf, type Order } from "../../simulated-shop/world/order.ts";
import type { World } from "../../simulated-shop/world/world.ts";

export interface PlainStanding {
  tier: string;
  group: string;
  recencyScore: number;
  frequencyScore: number;
  monetaryScore: number;
  valueE4: number;
  countedOrders: number;
  netMinorUnits: number;
  windowOrders: number;
  windowNetMinorUnits: number;
}

/**
 * What the default program makes of the orders a shop holds, worked out a second time and as plainly as can be: weights
 * of 20, 30 and 50 percent, a year's window, the ladder of 20, 30 and 50 percent, five customer types. Ranked customers
 * only, by id.
 */
export function scorePlainly(world: World): Map<number, PlainStanding> {
  const dayOf = (ms: number) => dayIn(world.shop.timeZone, ms);
  const today = dayOf(world.clock.nowMs());
  const ranked = [...world.customers.values()]
    .map(({ id, orders }) => ({ id, orders: orders.filter(counts) }))
    .filter(({ orders }) => orders.length > 0)
    .map(({ id, orders }) => {
      const inWindow = orders.filter((order) => today - dayOf(order.processedAtMs) < 365);
      const recency = today - Math.max(...orders.map((order) => dayOf(order.processedAtMs)));
      return {
        id,
        orders,
        inWindow,
        metrics: [-recency, inWindow.length, spentOn(inWindow)] as const,
      };
    });

  const n = ranked.length;
  const lessThan = (values: number[]) => (value: number) =>
    values.filter((other) => other < value).length;
  const less = ([0, 1, 2] as const).map((m) => lessThan(ranked.map(({ metrics }) => metrics[m])));
  const scored = ranked.map((customer) => {
    const [r = 0, f = 0, m = 0] = customer.metrics.map(
      (metric, place) => less[place]?.(metric) ?? 0,
    );
    const scores = [r, f, m].map((count) => Math.min(5, 1 + Math.floor((5 * count) / n)));
    return { ...customer, scores, value: 2000 * r + 3000 * f + 5000 * m };
  });
  const lessValuable = lessThan(scored.map(({ value }) => value));
  return new Map(
    scored.map(({ id, orders, inWindow, scores: [r = 0, f = 0, m = 0], value }) => [
      id,
      {
        tier: tierAbove(lessValuable(value) / n),
        group: groupOf(r, Math.floor((f + m + 1) / 2), orders.length),
        recencyScore: r,
        frequencyScore: f,
        monetaryScore: m,
        valueE4: Math.round((100 * value) / n),
        countedOrders: orders.length,
        netMinorUnits: spentOn(orders),
        windowOrders: inWindow.length,
        windowNetMinorUnits: spentOn(inWindow),
      },
    ]),
  );
}

function counts(order: Order): boolean {
  return order.cancelledAtMs === null && !order.test && netOf(order) > 0;
}

function netOf(order: Order): number {
  return order.totalMinor - totalRefundedMinorOf(order);
}

function spentOn(orders: readonly Order[]): number {
  return orders.reduce((sum, order) => sum + netOf(order), 0);
}

function tierAbove(share: number): string {
  if (share >= 0.8) return "core";
  return share >= 0.5 ? "growth" : "base";
}

function groupOf(r: number, fm: number, orderCount: number): string {
  if (orderCount === 1 && r >= 4) return "new";
  if (r >= 3) return fm >= 4 ? "high-value" : "potential";
  return fm >= 3 ? "at-risk" : "dormant";
}

/** Calendar date in a zone, as days since 1970-01-01. */
function dayIn(timeZone: string, ms: number): number {
  const date = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(ms);
  return Date.parse(date) / 86_400_000;
}
