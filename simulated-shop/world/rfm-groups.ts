import type { Customer } from "./customer.ts";
import { amountSpentMinorOf, countedOrdersOf } from "./customer-statistics.ts";
import type { World } from "./world.ts";

/** Shopify's `CustomerRfmGroup`. */
export const RFM_GROUPS = [
  "ACTIVE",
  "ALMOST_LOST",
  "AT_RISK",
  "CHAMPIONS",
  "DORMANT",
  "LOYAL",
  "NEEDS_ATTENTION",
  "NEW",
  "PREVIOUSLY_LOYAL",
  "PROMISING",
  "PROSPECTS",
] as const;
export type RfmGroup = (typeof RFM_GROUPS)[number];

type Grouping = {
  readonly orderCount: number;
  readonly nowMs: number;
  readonly groups: ReadonlyMap<Customer, RfmGroup>;
};

/** What was computed last, until somebody's purchases change; null once they have. */
const groupingByWorld = new WeakMap<World, Grouping | null>();
const DAY_MS = 86_400_000;

/**
 * A customer's group. All customers are scored together once per change of purchases or the clock: recency, frequency and
 * monetary value get 1 to 5 by fifths of the customers with orders (the help page "RFM customer analysis"); equal values
 * get equal scores.
 */
export function rfmGroupOf(world: World, customer: Customer): RfmGroup {
  return rfmGroupsOf(world).get(customer) ?? "PROSPECTS";
}

/** Groups of every customer who has orders. The others are prospects. */
export function rfmGroupsOf(world: World): ReadonlyMap<Customer, RfmGroup> {
  const [orderCount, nowMs] = [world.orders.size, world.clock.nowMs()];
  const kept = groupingByWorld.get(world);
  // Orders of a history come without events, so they are counted as well.
  if (kept?.orderCount === orderCount && kept.nowMs === nowMs) return kept.groups;
  if (kept === undefined)
    world.events.on("customer-purchases-changed", () => groupingByWorld.set(world, null));
  const groups = groupCustomers(world);
  groupingByWorld.set(world, { orderCount, nowMs, groups });
  return groups;
}

/**
 * The cell of Shopify's grid. FM is the mean of the scores for frequency and monetary value, halves going up.
 * Worked example: R 5, F 4, M 3 → FM 4 → champions.
 */
export function rfmGroupOfScores(recency: number, frequency: number, monetary: number): RfmGroup {
  const mean = Math.ceil((frequency + monetary) / 2);
  if (recency <= 2) return mean > 4 ? "PREVIOUSLY_LOYAL" : mean > 2 ? "AT_RISK" : "DORMANT";
  if (mean > 3) return recency === 5 ? "CHAMPIONS" : "LOYAL";
  if (recency === 3) return mean > 2 ? "NEEDS_ATTENTION" : "ALMOST_LOST";
  if (mean > 1) return "ACTIVE";
  return recency === 5 ? "NEW" : "PROMISING";
}

function groupCustomers(world: World): Map<Customer, RfmGroup> {
  const buyers: Customer[] = [];
  const values = { recency: [] as number[], frequency: [] as number[], monetary: [] as number[] };
  const nowMs = world.clock.nowMs();
  for (const customer of world.customers.values()) {
    const last = customer.orders.findLast((order) => !order.test);
    if (last === undefined) continue;
    buyers.push(customer);
    values.recency.push(-Math.floor((nowMs - last.processedAtMs) / DAY_MS));
    values.frequency.push(countedOrdersOf(customer));
    values.monetary.push(amountSpentMinorOf(customer));
  }
  const recency = scoreByFifths(values.recency);
  const frequency = scoreByFifths(values.frequency);
  const monetary = scoreByFifths(values.monetary);
  const groups = new Map<Customer, RfmGroup>();
  for (const [index, customer] of buyers.entries())
    groups.set(
      customer,
      rfmGroupOfScores(recency[index] ?? 1, frequency[index] ?? 1, monetary[index] ?? 1),
    );
  return groups;
}

/** 1 to 5 for each value: one more for each fifth of all values that lies wholly below it. */
function scoreByFifths(values: readonly number[]): number[] {
  const scoreByValue = new Map<number, number>();
  for (const [below, value] of Float64Array.from(values).sort().entries())
    if (!scoreByValue.has(value))
      scoreByValue.set(value, 1 + Math.floor((5 * below) / values.length));
  return values.map((value) => scoreByValue.get(value) ?? 1);
}
