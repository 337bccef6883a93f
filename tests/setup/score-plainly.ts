import { totalRefundedMinorOf, type Order } from "../../simulated-shop/world/order.ts";
import { currentTotalMinorOf } from "../../simulated-shop/world/order-amounts.ts";
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

/** The whole base at a moment, in the plainest form: what every ranked customer's metrics and value are. */
export interface PlainCalibration {
  today: number;
  metrics: Metrics[];
  values: number[];
}

/** Minus days since the last order, orders in the window, spent in the window: more is better. */
type Metrics = readonly [recency: number, frequency: number, monetary: number];

/**
 * What the default program makes of the orders a shop holds, worked out a second time and as plainly as can be: weights
 * of 20, 30 and 50 percent, a year's window, the ladder of 20, 30 and 50 percent, five customer types. Ranked customers
 * only, by id.
 */
export function scorePlainly(world: World): Map<number, PlainStanding> {
  const calibration = calibratePlainly(world);
  const standings = new Map<number, PlainStanding>();
  for (const { id, orders } of world.customers.values()) {
    const standing = standPlainly(world, calibration, orders);
    if (standing !== null) standings.set(id, standing);
  }
  return standings;
}

export function calibratePlainly(world: World): PlainCalibration {
  const today = dayIn(world.shop.timeZone, world.clock.nowMs());
  const metrics = [...world.customers.values()]
    .map(({ orders }) => orders.filter(counts))
    .filter((counted) => counted.length > 0)
    .map((counted) => measurePlainly(world, today, counted));
  const values = metrics.map((each) => valueOf(lessThan(metrics, each)));
  return { today, metrics, values };
}

/** Where somebody with these orders stands in a base that stays as it was; null when none of them counts. */
export function standPlainly(
  world: World,
  { today, metrics, values }: PlainCalibration,
  orders: readonly Order[],
): PlainStanding | null {
  const counted = orders.filter(counts);
  if (counted.length === 0) return null;
  const n = metrics.length;
  const own = measurePlainly(world, today, counted);
  const less = lessThan(metrics, own);
  const [r, f, m] = less.map((count) => Math.min(5, 1 + Math.floor((5 * count) / n))) as Triple;
  const value = valueOf(less);
  return {
    tier: tierAbove(values.filter((other) => other < value).length / n),
    group: groupOf(r, Math.floor((f + m + 1) / 2), counted.length),
    recencyScore: r,
    frequencyScore: f,
    monetaryScore: m,
    valueE4: Math.round((100 * value) / n),
    countedOrders: counted.length,
    netMinorUnits: spentOn(counted),
    windowOrders: own[1],
    windowNetMinorUnits: own[2],
  };
}

type Triple = [number, number, number];

function measurePlainly({ shop }: World, today: number, counted: readonly Order[]): Metrics {
  const days = counted.map((order) => dayIn(shop.timeZone, order.processedAtMs));
  const inWindow = counted.filter((_order, place) => today - (days[place] ?? 0) < 365);
  return [Math.max(...days) - today, inWindow.length, spentOn(inWindow)];
}

function lessThan(metrics: readonly Metrics[], own: Metrics): Triple {
  const worse = (metric: 0 | 1 | 2) => metrics.filter((each) => each[metric] < own[metric]).length;
  return [worse(0), worse(1), worse(2)];
}

function valueOf([r, f, m]: Triple): number {
  return 2000 * r + 3000 * f + 5000 * m;
}

function counts(order: Order): boolean {
  return order.cancelledAtMs === null && !order.test && netOf(order) > 0;
}

/** Total less refunds, and less what edits took off that was not paid back. */
function netOf(order: Order): number {
  const kept = order.totalMinor - totalRefundedMinorOf(order);
  return order.rare?.isEdited === true ? Math.min(kept, currentTotalMinorOf(order)) : kept;
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
